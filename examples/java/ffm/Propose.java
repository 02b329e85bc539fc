import static java.lang.foreign.MemorySegment.NULL;
import static java.lang.foreign.ValueLayout.*;

import java.io.IOException;
import java.lang.foreign.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;

/**
 * How does a program in Java 22 or later get a proposal, and the reasons for one child?
 *
 * <p>java --enable-native-access=ALL-UNNAMED Propose.java POLICY TABLE=FILE... [--explain CHILD]
 *
 * <p>Prints the proposal as JSON or, with --explain, lists to read and all about one child; or every fault found.
 */
public class Propose {
    static final int ABI_VERSION = 1, OK = 0, PART_PROPOSAL = 1, REPORT_TEXT = 2;
    static final List<String> TABLES = List.of("children volunteers coordinators existing pins blocks earlier".split(" "));
    static final SymbolLookup LIBRARY = SymbolLookup.libraryLookup("libbefriend.so.0.1", Arena.global());

    /** Calls a function of befriend.h with pointers, longs, ints and texts, which are a pointer and a size. */
    static Object call(String name, MemoryLayout result, Object... arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            List<Object> values = new ArrayList<>();
            for (Object argument : arguments) {
                boolean isText = argument instanceof byte[];
                values.add(isText ? arena.allocateFrom(JAVA_BYTE, (byte[]) argument) : argument);
                if (isText) values.add((long) ((byte[]) argument).length);
            }
            MemoryLayout[] layouts = values.stream()
                    .map(value -> value instanceof MemorySegment ? ADDRESS : value instanceof Long ? JAVA_LONG : JAVA_INT)
                    .toArray(MemoryLayout[]::new);
            var type = result == null ? FunctionDescriptor.ofVoid(layouts) : FunctionDescriptor.of(result, layouts);
            return Linker.nativeLinker().downcallHandle(LIBRARY.find(name).orElseThrow(), type)
                    .invokeWithArguments(values);
        }
    }

    /** Every fault that befriend found. */
    static class Refused extends Exception {
        final int status;
        final List<String> faults = new ArrayList<>();

        Refused(int status, MemorySegment found) throws Throwable {
            this.status = status;
            long count = (long) call("befriend_error_count", JAVA_LONG, found);
            for (long i = 0; i < count; ++i) {
                MemorySegment fault = (MemorySegment) call("befriend_error_message", ADDRESS, found, i);
                faults.add(fault.reinterpret(Long.MAX_VALUE).getString(0));
            }
            call("befriend_error_free", null, found);
        }
    }

    /** Calls a function that gives a status and ends in `err`. */
    static void check(String name, Object... arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment err = arena.allocate(ADDRESS);
            int status = (int) call(name, JAVA_INT, and(err, arguments));
            if (status != OK) throw new Refused(status, err.get(ADDRESS, 0));
        }
    }

    /** The same for a function that gives a handle or a size before `err`. */
    static long result(String name, Object... arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(JAVA_LONG);
            check(name, and(out, arguments));
            return out.get(JAVA_LONG, 0);
        }
    }

    /** The same for a function that writes a text: asks for its size, then for the text. */
    static byte[] text(String name, Object... arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            long size = result(name, and(0L, and(NULL, arguments)));
            MemorySegment buffer = arena.allocate(size);
            result(name, and(size, and(buffer, arguments)));
            return buffer.asSlice(0, size - 1).toArray(JAVA_BYTE);  // without the NUL at its end
        }
    }

    static Object[] and(Object last, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = last;
        return all;
    }

    /** Something of befriend's, freed when this is closed. */
    static class Handle implements AutoCloseable {
        final String noun;
        final MemorySegment at;

        Handle(String noun, String maker, Object... arguments) throws Throwable {
            this.noun = noun;
            at = MemorySegment.ofAddress(result(maker, arguments));
        }

        @Override
        public void close() throws Exception {
            try {
                call("befriend_" + noun + "_free", null, at);
            } catch (Throwable mistake) {
                throw new Exception(mistake);
            }
        }
    }

    public static void main(String[] arguments) throws Throwable {
        int abi = (int) call("befriend_abi_version", JAVA_INT);
        if (abi != ABI_VERSION) fail("libbefriend has ABI version " + abi + ", this program is for " + ABI_VERSION);
        List<String> tables = new ArrayList<>(List.of(arguments));
        int option = tables.indexOf("--explain");
        String child = option < 0 ? null : tables.remove(option + 1);
        if (child != null) tables.remove(option);
        if (tables.isEmpty()) fail("usage: Propose.java POLICY TABLE=FILE... [--explain CHILD]");

        try (Handle policy = new Handle("policy", "befriend_policy_parse", Files.readAllBytes(Path.of(tables.remove(0))));
                Handle round = new Handle("round", "befriend_round_new", policy.at)) {
            for (String argument : tables) {
                String[] parts = argument.split("=", 2);
                if (parts.length < 2) fail(argument + ": not of the form TABLE=FILE");
                byte[] json = Files.readAllBytes(Path.of(parts[1]));
                check("befriend_round_add_json", round.at, TABLES.indexOf(parts[0]) + 1, json);
            }
            try (Handle proposal = new Handle("proposal", "befriend_propose", round.at, NULL, NULL, NULL)) {
                if (child == null) {
                    System.out.writeBytes(text("befriend_proposal_get_json", proposal.at, PART_PROPOSAL));
                } else {
                    byte[] id = child.getBytes(StandardCharsets.UTF_8);
                    System.out.writeBytes(text("befriend_proposal_get_report", proposal.at, REPORT_TEXT));
                    System.out.writeBytes(text("befriend_proposal_explain_child", proposal.at, id));
                }
            }
        } catch (Refused refused) {
            fail(String.join("\n", refused.faults));
        } catch (IOException trouble) {
            fail(trouble.getMessage() + ": cannot be read");
        }
    }

    static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
