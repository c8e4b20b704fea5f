package insights.platform.linkage;

import java.lang.invoke.MethodType;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for members as the JVM does (JVMS §5.4.3): in the class, above it, and in its interfaces. */
final class Resolution {

    private static final String OURS = "insights/";

    private final Map<String, ShippedClass> shipped;
    private final Map<String, Optional<Set<String>>> ofTheJdk = new HashMap<>();

    Resolution(Map<String, ShippedClass> shipped) {
        this.shipped = shipped;
    }

    /**
     * Whether the member is there. A class that is missing as a whole is one that a library can do without, unless it is
     * our own code that needs it.
     */
    boolean isThere(ShippedClass user, Reference reference) {
        if (reference.owner().startsWith("[")) {
            return true;
        }
        boolean known = shipped.containsKey(reference.owner())
                || ofTheJdk(reference.owner()).isPresent();
        return known
                ? find(reference.owner(), reference.member())
                : !user.name().startsWith(OURS);
    }

    private boolean find(String owner, String member) {
        ShippedClass type = shipped.get(owner);
        if (type == null) {
            // What extends something that is missing cannot be loaded, so nobody gets as far as its members.
            return ofTheJdk(owner).map(members -> members.contains(member)).orElse(true) || isOfAllObjects(member);
        }
        return type.members().contains(member)
                || type.above().stream().anyMatch(above -> find(above, member))
                || isOfAllObjects(member);
    }

    /** Interfaces have the methods of Object, too. */
    private boolean isOfAllObjects(String member) {
        return ofTheJdk("java/lang/Object").orElseThrow().contains(member);
    }

    private Optional<Set<String>> ofTheJdk(String owner) {
        return ofTheJdk.computeIfAbsent(owner, name -> {
            try {
                return Optional.of(
                        members(Class.forName(name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader())));
            } catch (ClassNotFoundException | LinkageError e) {
                return Optional.empty();
            }
        });
    }

    /** Those inherited, too. Of methods with a polymorphic signature (JVMS §2.9.3) any descriptor will do. */
    private Set<String> members(Class<?> type) {
        Set<String> members = new HashSet<>() {
            private static final long serialVersionUID = 1;

            @Override
            public boolean contains(Object member) {
                return super.contains(member) || isPolymorphic(type);
            }
        };
        for (Class<?> each = type; each != null; each = each.getSuperclass()) {
            add(members, each);
            Stream.of(each.getInterfaces()).forEach(above -> members.addAll(members(above)));
        }
        return members;
    }

    private static boolean isPolymorphic(Class<?> type) {
        return type.getName().startsWith("java.lang.invoke.");
    }

    private static void add(Set<String> members, Class<?> type) {
        Arrays.stream(type.getDeclaredFields())
                .forEach(field ->
                        members.add(field.getName() + ":" + field.getType().descriptorString()));
        Arrays.stream(type.getDeclaredMethods())
                .forEach(method -> members.add(method.getName() + descriptor(method, method.getReturnType())));
        Arrays.stream(type.getDeclaredConstructors())
                .forEach(constructor -> members.add("<init>" + descriptor(constructor, void.class)));
    }

    private static String descriptor(Executable executable, Class<?> returned) {
        return MethodType.methodType(returned, executable.getParameterTypes()).descriptorString();
    }
}
