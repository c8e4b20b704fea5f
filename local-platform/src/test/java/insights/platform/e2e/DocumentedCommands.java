package insights.platform.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import insights.platform.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a document, run as they stand there but for addresses, keys and who signs in. */
final class DocumentedCommands {

    private final String commands;

    private DocumentedCommands(String commands) {
        this.commands = commands;
    }

    /** Those in the first block of shell commands below a heading. */
    static DocumentedCommands of(String document, String heading) throws IOException {
        String text = Files.readString(Build.ofThisProject().root().resolve(document));
        int begin = text.indexOf("\n" + heading + "\n");
        assertThat(begin).as("heading %s in %s", heading, document).isNotNegative();
        Matcher block = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(block.find(begin)).as("commands below %s", heading).isTrue();
        return new DocumentedCommands(block.group(1));
    }

    /** The same with something else in a place; it fails where nothing is in that place. */
    DocumentedCommands with(String inDocument, String here) {
        assertThat(commands).contains(inDocument);
        return new DocumentedCommands(commands.replace(inDocument, here));
    }

    /** What they print. Every command must succeed, and no answer be a problem. */
    String run(Path folder) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("commands.sh"), commands);
        Path printed = folder.resolve("printed");
        int status = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                .directory(Build.ofThisProject().root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start()
                .waitFor();
        String output = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(script);
        Files.delete(printed);
        assertThat(status).as(output).isZero();
        assertThat(output).doesNotContain("urn:insights:problem:", "curl: (");
        return output;
    }
}
