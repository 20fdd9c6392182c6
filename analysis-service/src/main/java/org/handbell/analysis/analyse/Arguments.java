package org.handbell.analysis.analyse;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.handbell.contract.KeyedHash;
import org.jspecify.annotations.Nullable;

/// The words behind a command; each option is taken out as it is asked for, and what is left over
/// at the end is none.
public final class Arguments {

    /// The packs that come with Handbell.
    private static final String PACKS = "classpath*:policy/pack-*.yml";

    private final List<String> left;

    public Arguments(List<String> arguments) {
        left = new ArrayList<>(arguments);
    }

    /// `--option=value` or `--option value`.
    ///
    /// @throws BadInputException where the value is missing
    public @Nullable String value(String option) {
        for (var at = 0; at < left.size(); at++) {
            if (left.get(at).startsWith(option + "=")) {
                return left.remove(at).substring(option.length() + 1);
            }
            if (left.get(at).equals(option)) {
                if (at + 1 == left.size()) {
                    throw new BadInputException(option + " needs a value");
                }
                left.remove(at);
                return left.remove(at);
            }
        }
        return null;
    }

    public String value(String option, String usual) {
        var value = value(option);
        return value == null ? usual : value;
    }

    /// @throws BadInputException where it is missing
    public String needed(String option) {
        var value = value(option);
        if (value == null) {
            throw new BadInputException(option + " is missing");
        }
        return value;
    }

    /// @throws BadInputException where it is no number from 1 on
    public int number(String option, int usual) {
        var value = value(option, String.valueOf(usual));
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new BadInputException(option + " must be a number from 1 on");
        }
        return Integer.parseInt(value);
    }

    /// Where the running packs lie: `--packs`, a path or a pattern such as `classpath*:…`.
    public String packs() {
        var packs = value("--packs", PACKS);
        return packs.matches("[a-z*]{2,}:.*") ? packs : "file:" + Path.of(packs).toAbsolutePath();
    }

    public boolean flag(String option) {
        return left.remove(option);
    }

    /// The clauses that `--on` and `--off` name, beside those that are on as usual.
    public Switched switched() {
        var on = clauses("--on");
        on.addAll(Switched.USUAL.on());
        return new Switched(on, clauses("--off"));
    }

    private Set<String> clauses(String option) {
        var value = value(option);
        return new LinkedHashSet<>(value == null ? List.of() : List.of(value.split(",")));
    }

    /// @throws BadInputException where something was not asked for
    public void end() {
        if (!left.isEmpty()) {
            throw new BadInputException("there is no option " + left.getFirst());
        }
    }

    /// A key that is thrown away afterwards, for a register that is handed in in clear.
    public static KeyedHash passingKey() {
        var key = new byte[KeyedHash.MIN_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new KeyedHash(key);
    }
}
