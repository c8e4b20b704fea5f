package insights.export.segment;

import io.quarkus.runtime.annotations.RegisterForReflection;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/** The answer of {@code GET /profiles/fields}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ProfileFields(List<ProfileField> items) {}
