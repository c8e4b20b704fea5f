package insights.destination.consent;

import insights.common.page.Period;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Which records of consent to find. */
@RegisterForReflection
public class ConsentRecordQuery extends Period {}
