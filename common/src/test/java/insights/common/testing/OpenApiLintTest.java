package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class OpenApiLintTest {

    private static final String GOOD = """
            info: {description: Things., license: {name: Apache-2.0}}
            servers: [{url: /}]
            tags: [{name: Things}]
            paths:
              /things:
                post:
                  operationId: createThing
                  summary: Make a thing
                  tags: [Things]
                  security: [{SecurityScheme: [admin]}]
                  requestBody:
                    content:
                      application/json:
                        schema: {$ref: "#/components/schemas/Thing"}
                        example: {name: a}
                  responses:
                    "201":
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Thing"}
                    "422":
                      content:
                        application/problem+json: {schema: {type: object}}
            components:
              schemas:
                Thing: {type: object, required: [name], properties: {name: {type: string}}}
            """;

    @Test
    void hasNothingToSayOfADocumentThatIsInOrder() throws JsonProcessingException {
        assertThat(OpenApiLint.of(new YAMLMapper().readTree(GOOD))).isEmpty();
    }

    @Test
    void findsWhatAReaderStumblesOver() throws JsonProcessingException {
        assertFinding("      operationId: createThing\n", "", "has no operationId");
        assertFinding("summary: Make a thing", "summary: ''", "has no summary");
        assertFinding("      tags: [Things]\n", "", "has no tag");
        assertFinding("tags: [{name: Things}]", "tags: [{name: Things}, {name: Internal}]", "Internal is a tag of no");
        assertFinding("      security: [{SecurityScheme: [admin]}]\n", "", "does not say who may");
        assertFinding("            example: {name: a}\n", "", "shows no example");
        assertFinding(
                "schema: {$ref: \"#/components/schemas/Thing\"}\n            example: {name: a}",
                "schema: {type: string}\n            examples: {one: {value: {name: a}}}",
                "takes text and shows something else");
        assertFinding("\"201\":", "\"404\":", "has no response of success");
        assertFinding("application/problem+json", "application/json", "is no problem");
        assertFinding("required: [name], ", "", "says of no member that it is always there");
        assertFinding("properties: {name", "properties: {a_name", "is not in camelCase");
        assertFinding("    Thing: {", "    Other: {", "refers to what is not there");
        assertFinding("  /things:", "  /internal/things:", "is for services only");
        assertFinding("servers: [{url: /}]\n", "", "there are none");
    }

    private static void assertFinding(String good, String bad, String finding) throws JsonProcessingException {
        assertThat(GOOD).contains(good);
        assertThat(OpenApiLint.of(new YAMLMapper().readTree(GOOD.replace(good, bad))))
                .as(bad)
                .anyMatch(found -> found.contains(finding));
    }
}
