package insights.platform.linkage;

import java.util.List;
import java.util.Set;

/**
 * A class of a program.
 *
 * @param name internal, with slashes
 * @param jar in which it is
 * @param above its superclass and interfaces
 * @param members fields and methods, as {@link Reference#member()} writes them
 * @param references members of other classes that its code needs
 */
record ShippedClass(String name, String jar, List<String> above, Set<String> members, Set<Reference> references) {}
