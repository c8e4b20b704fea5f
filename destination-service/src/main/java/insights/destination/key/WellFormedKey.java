package insights.destination.key;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/**
 * A text that can be an API key and travel in a header. What those of a kind of destination look like is checked when it
 * is proven.
 */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WellFormedKey.Validator.class)
public @interface WellFormedKey {

    String message() default
            "must be 8 to 512 letters, digits or signs without spaces; copy it again from the destination";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks inside the secret. */
    class Validator implements ConstraintValidator<WellFormedKey, Secret> {

        private static final Pattern WELL_FORMED = Pattern.compile("[\\x21-\\x7E]{8,512}");

        @Override
        public boolean isValid(Secret secret, ConstraintValidatorContext context) {
            return secret == null || WELL_FORMED.matcher(secret.reveal()).matches();
        }
    }
}
