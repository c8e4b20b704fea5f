package insights.segment.preview;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who a rule would choose right now.
 *
 * @param count how many of the profiles
 * @param profiles how many there are at all
 * @param profileIds of a few of those that it would choose
 * @param sample one of them; absent when there is none
 */
@Schema(name = "SegmentPreview")
public record PreviewResponse(
        long count, long profiles, @NotNull List<String> profileIds, SampleProfile sample) {}
