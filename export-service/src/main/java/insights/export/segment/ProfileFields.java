package insights.export.segment;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** The answer of {@code GET /profiles/fields}. */
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
record ProfileFields(List<ProfileField> items) {}
