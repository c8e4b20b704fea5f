package insights.segment.imports.intake;

import insights.segment.file.text.Limits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a file may be at most, and how slowly it may be sent. */
@ConfigMapping(prefix = "insights.import.limits")
interface ImportLimits {

    /** Bytes of a file, unpacked and as it is sent. */
    @WithDefault("17179869184")
    long bytes();

    /** Lines of a file. */
    @WithDefault("100000000")
    long lines();

    /** How many times its size a compressed file may be when it is unpacked. */
    @WithDefault("200")
    int ratio();

    /** Bytes a second that a sender sends at least, on average over {@link #window}. */
    @WithDefault("1024")
    long leastSpeed();

    /** Over which the speed is taken; a connection may be away for a part of it. */
    @WithDefault("PT5M")
    Duration window();

    /** How long sending a file takes at most. */
    @WithDefault("PT6H")
    Duration longest();

    /** The part that is about the content. */
    default Limits ofContent() {
        return new Limits(bytes(), lines(), ratio());
    }
}
