package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenApiAgreementTest {

    private static final String ONE = """
            paths: {/things: {get: {operationId: listThings}}}
            components:
              responses: {NotFound: {description: It is not there.}}
              schemas:
                Kind: {type: string, enum: [A, B]}
                Thing: {properties: {kind: {$ref: "#/components/schemas/Kind"}, partCount: {type: integer}}}
            """;
    private static final String OTHER = """
            paths: {/parts: {get: {operationId: listParts}}}
            components:
              responses: {NotFound: {description: It is not there.}}
              schemas:
                Kind: {type: string, enum: [A, B]}
                Overview: {properties: {partCount: {type: [integer, "null"]}, parts: {type: array}}}
            """;

    @Test
    void hasNothingToSayOfServicesThatAgree() throws JsonProcessingException {
        assertThat(findings(OTHER)).isEmpty();
    }

    @Test
    void findsWhatIsCalledLikeSomethingElse() throws JsonProcessingException {
        assertFinding("enum: [A, B]", "enum: [A, C]", "two has schemas/Kind, which is something else in one");
        assertFinding("It is not there.", "Gone.", "two has responses/NotFound, which is something else in one");
        assertFinding("listParts", "listThings", "two has the operationId of another operation: listThings");
    }

    @Test
    void findsNumbersOfOneThingThatAreCalledOtherwise() throws JsonProcessingException {
        String count = "partCount: {type: [integer, \"null\"]}, parts: {type: array}";
        assertFinding(count, "parts: {type: integer}", "two Overview.parts is called otherwise in one Thing.partCount");
        assertFinding(count, "partsCount: {type: [integer, \"null\"]}", "two Overview.partsCount is called otherwise");
    }

    private static void assertFinding(String good, String bad, String finding) throws JsonProcessingException {
        assertThat(OTHER).contains(good);
        assertThat(findings(OTHER.replace(good, bad)))
                .as(bad)
                .singleElement()
                .asString()
                .startsWith(finding);
    }

    private static List<String> findings(String other) throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        return OpenApiAgreement.of(Map.of("one", yaml.readTree(ONE), "two", yaml.readTree(other)));
    }
}
