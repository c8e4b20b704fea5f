package insights.platform.linkage;

/**
 * A field or method that code needs.
 *
 * @param owner where it is looked for first
 * @param member name and descriptor, such as {@code headerName:Ljava/lang/String;} or {@code size()I}
 */
record Reference(String owner, String member) {

    static Reference field(String owner, String name, String descriptor) {
        return new Reference(owner, name + ":" + descriptor);
    }

    static Reference method(String owner, String name, String descriptor) {
        return new Reference(owner, name + descriptor);
    }

    @Override
    public String toString() {
        return owner + "." + member;
    }
}
