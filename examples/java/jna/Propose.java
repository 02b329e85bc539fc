import com.sun.jna.*;
import com.sun.jna.ptr.*;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import java.util.function.Consumer;

/**
 * How does a program in Java before 22 get a proposal, and the reasons for one child?
 *
 * <p>java -cp jna.jar Propose.java POLICY TABLE=FILE... [--explain CHILD]
 *
 * <p>Prints the proposal as JSON or, with --explain, lists to read and all about one child; or every fault found.
 */
public class Propose {
    static final int ABI_VERSION = 1, OK = 0, PART_PROPOSAL = 1, REPORT_TEXT = 2;
    static final List<String> TABLES = List.of("children volunteers coordinators existing pins blocks earlier".split(" "));
    static final Befriend LIBRARY = Native.load("befriend", Befriend.class);

    /** The functions of befriend.h that are used here. A size_t is a long: on systems with 64 bits. */
    public interface Befriend extends Library {
        int befriend_abi_version();
        long befriend_error_count(Pointer found);
        Pointer befriend_error_message(Pointer found, long i);
        void befriend_error_free(Pointer found);
        int befriend_policy_parse(byte[] toml, long size, PointerByReference out, PointerByReference err);
        void befriend_policy_free(Pointer policy);
        int befriend_round_new(Pointer policy, PointerByReference out, PointerByReference err);
        int befriend_round_add_json(Pointer round, int table, byte[] json, long size, PointerByReference err);
        void befriend_round_free(Pointer round);
        int befriend_propose(Pointer round, Pointer cancel, Pointer progress, Pointer user, PointerByReference out,
                PointerByReference err);
        int befriend_proposal_get_json(Pointer proposal, int part, byte[] buffer, long size, LongByReference needed,
                PointerByReference err);
        int befriend_proposal_get_report(Pointer proposal, int report, byte[] buffer, long size, LongByReference needed,
                PointerByReference err);
        int befriend_proposal_explain_child(Pointer proposal, byte[] child, long length, byte[] buffer, long size,
                LongByReference needed, PointerByReference err);
        void befriend_proposal_free(Pointer proposal);
    }

    /** Every fault that befriend found. */
    static class Refused extends Exception {
        final int status;
        final List<String> faults = new ArrayList<>();

        Refused(int status, Pointer found) {
            this.status = status;
            for (long i = 0; i < LIBRARY.befriend_error_count(found); ++i)
                faults.add(LIBRARY.befriend_error_message(found, i).getString(0, "UTF-8"));
            LIBRARY.befriend_error_free(found);
        }
    }

    static void check(int status, PointerByReference err) throws Refused {
        if (status != OK) throw new Refused(status, err.getValue());
    }

    interface Make {
        int status(PointerByReference out, PointerByReference err);
    }

    /** Something of befriend's, freed when this is closed. */
    static class Handle implements AutoCloseable {
        final Pointer at;
        final Consumer<Pointer> free;

        Handle(Consumer<Pointer> free, Make make) throws Refused {
            PointerByReference out = new PointerByReference(), err = new PointerByReference();
            check(make.status(out, err), err);
            this.at = out.getValue();
            this.free = free;
        }

        @Override
        public void close() {
            free.accept(at);
        }
    }

    interface Text {
        int status(byte[] buffer, long size, LongByReference needed, PointerByReference err);
    }

    /** Asks for the size of a text, then for the text. */
    static void print(Text text) throws Refused {
        LongByReference needed = new LongByReference();
        PointerByReference err = new PointerByReference();
        check(text.status(null, 0, needed, err), err);
        byte[] buffer = new byte[(int) needed.getValue()];
        check(text.status(buffer, buffer.length, needed, err), err);
        System.out.write(buffer, 0, buffer.length - 1);  // without the NUL at its end
    }

    public static void main(String[] arguments) {
        int abi = LIBRARY.befriend_abi_version();
        if (abi != ABI_VERSION) fail("libbefriend has ABI version " + abi + ", this program is for " + ABI_VERSION);
        List<String> tables = new ArrayList<>(List.of(arguments));
        int option = tables.indexOf("--explain");
        String child = option < 0 ? null : tables.remove(option + 1);
        if (child != null) tables.remove(option);
        if (tables.isEmpty()) fail("usage: Propose.java POLICY TABLE=FILE... [--explain CHILD]");

        try {
            byte[] toml = Files.readAllBytes(Path.of(tables.remove(0)));
            run(toml, tables, child);
        } catch (Refused refused) {
            fail(String.join("\n", refused.faults));
        } catch (IOException trouble) {
            fail(trouble.getMessage() + ": cannot be read");
        }
    }

    static void run(byte[] toml, List<String> tables, String child) throws Refused, IOException {
        try (Handle policy = new Handle(LIBRARY::befriend_policy_free,
                        (out, err) -> LIBRARY.befriend_policy_parse(toml, toml.length, out, err));
                Handle round = new Handle(LIBRARY::befriend_round_free,
                        (out, err) -> LIBRARY.befriend_round_new(policy.at, out, err))) {
            for (String argument : tables) {
                String[] parts = argument.split("=", 2);
                if (parts.length < 2) fail(argument + ": not of the form TABLE=FILE");
                byte[] json = Files.readAllBytes(Path.of(parts[1]));
                PointerByReference err = new PointerByReference();
                check(LIBRARY.befriend_round_add_json(
                        round.at, TABLES.indexOf(parts[0]) + 1, json, json.length, err), err);
            }
            try (Handle proposal = new Handle(LIBRARY::befriend_proposal_free, (out, err) ->
                        LIBRARY.befriend_propose(round.at, null, null, null, out, err))) {
                if (child == null) {
                    print((buffer, size, needed, err) -> LIBRARY.befriend_proposal_get_json(
                            proposal.at, PART_PROPOSAL, buffer, size, needed, err));
                } else {
                    byte[] id = child.getBytes(StandardCharsets.UTF_8);
                    print((buffer, size, needed, err) -> LIBRARY.befriend_proposal_get_report(
                            proposal.at, REPORT_TEXT, buffer, size, needed, err));
                    print((buffer, size, needed, err) -> LIBRARY.befriend_proposal_explain_child(
                            proposal.at, id, id.length, buffer, size, needed, err));
                }
            }
        }
    }

    static void fail(String message) {
        System.err.println(message);
        System.exit(1);
    }
}
