package insights.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class OpenApiVocabularyTest {

    private static final String GOOD = """
            paths:
              /runs:
                get:
                  operationId: listRuns
                  summary: List runs
                  description: Newest first.
                  parameters:
                  - {name: after, in: query, description: From there., schema: {type: string}}
                  - {name: limit, in: query, description: As many., schema: {type: integer}}
                  - {name: status, in: query, description: One., schema: {type: array, items: {enum: [A]}}}
                  - {name: since, in: query, description: From., schema: {$ref: "#/components/schemas/Instant"}}
                  - {name: until, in: query, description: To., schema: {$ref: "#/components/schemas/Instant"}}
                  - name: sort
                    in: query
                    description: The order.
                    schema: {type: string, enum: [at, -at], default: -at}
                  responses:
                    "200":
                      description: A page of them.
                      content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}
              /things/{id}:
                get:
                  responses:
                    "200":
                      description: What was asked for.
                      headers: {ETag: {}}
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
                put:
                  parameters:
                  - {name: If-Match, in: header, required: true}
                  requestBody:
                    content: {application/json: {schema: {$ref: "#/components/schemas/ThingRequest"}}}
                  responses:
                    "200":
                      description: As it is now.
                      headers: {ETag: {}}
                      content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
              /things/{id}/parts: {}
            components:
              schemas:
                Instant: {type: string, format: date-time}
                Page: {properties: {items: {}, next: {}}}
                Thing: {properties: {name: {type: string}, version: {type: integer}}}
                ThingRequest: {properties: {name: {type: string}, version: {readOnly: true}}}
            """;

    @Test
    void hasNothingToSayOfADocumentThatIsInOrder() throws JsonProcessingException {
        assertThat(OpenApiVocabulary.of(new YAMLMapper().readTree(GOOD))).isEmpty();
    }

    @Test
    void findsListsThatOthersAreNotLike() throws JsonProcessingException {
        assertFinding("name: since", "name: from", "calls a time from");
        assertFinding("name: until", "name: before", "has since or until, and not both");
        assertFinding("name: limit", "name: size", "has after, and no limit");
        assertFinding("operationId: listRuns", "operationId: getRuns", "is a list by another verb");
        assertFinding("Newest first.", "All of them.", "does not say in which order");
        assertFinding("{type: array, items: {enum: [A]}}", "{enum: [A]}", "takes one value of status");
        assertFinding("[at, -at]", "[-at]", "has an order that cannot be turned round");
        assertFinding("default: -at", "default: at", "tells what happened, and not the newest first");
        assertFinding("[at, -at]", "[at, -at, displayName, -displayName]", "has names and is not in order of them");
        assertFinding("description: As many., ", "", "does not say what limit is");
        assertFinding("A page of them.", "OK", "does not say what 200 means");
    }

    @Test
    void findsThingsThatAreChangedInAnotherWay() throws JsonProcessingException {
        assertFinding("/things/{id}/parts", "/things/{thingId}/parts", "has {thingId} where others have {id}");
        assertFinding("name: If-Match", "name: If-None", "wants no If-Match");
        assertFinding(
                "As it is now.\n          headers: {ETag: {}}", "As it is now.", "does not answer with the new one");
        assertFinding(", version: {readOnly: true}", "", "does not take back version");
    }

    private static void assertFinding(String good, String bad, String finding) throws JsonProcessingException {
        assertThat(GOOD).contains(good);
        assertThat(OpenApiVocabulary.of(new YAMLMapper().readTree(GOOD.replace(good, bad))))
                .as(bad)
                .anyMatch(found -> found.contains(finding));
    }
}
