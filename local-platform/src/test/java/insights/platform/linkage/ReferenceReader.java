package insights.platform.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads a class with all fields and methods that its code refers to. */
final class ReferenceReader extends ClassVisitor {

    private final String jar;
    private final List<String> above = new ArrayList<>();
    private final Set<String> members = new HashSet<>();
    private final Set<Reference> references = new HashSet<>();
    private String name;

    private ReferenceReader(String jar) {
        super(Opcodes.ASM9);
        this.jar = jar;
    }

    static ShippedClass read(String jar, ClassReader bytes) {
        ReferenceReader reader = new ReferenceReader(jar);
        bytes.accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ShippedClass(reader.name, jar, reader.above, reader.members, reader.references);
    }

    @Override
    public void visit(int version, int access, String type, String signature, String superclass, String[] interfaces) {
        name = type;
        if (superclass != null) {
            above.add(superclass);
        }
        above.addAll(Arrays.asList(interfaces));
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        members.add(Reference.field(name, field, descriptor).member());
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        members.add(Reference.method(name, method, descriptor).member());
        return new Code();
    }

    private final class Code extends MethodVisitor {

        Code() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            references.add(Reference.field(owner, field, descriptor));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean isInterface) {
            references.add(Reference.method(owner, method, descriptor));
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            Arrays.stream(arguments).forEach(this::visitLdcInsn);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                references.add(Reference.method(handle.getOwner(), handle.getName(), handle.getDesc()));
            }
        }
    }
}
