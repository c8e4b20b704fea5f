package insights.common.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an answer has and the body of a request has not: members that the service sets by itself. A caller may send them back
 * as they were read, and they are not looked at, so that what was read can be changed and sent. Other members that are not
 * known are refused all the same.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadOnlyMembers {

    /** The type of the answer, which says in the description of the API what they are. */
    Class<?> of();

    /** Their names. */
    String[] value();
}
