package org.handbell.analysis.analyse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.register.Register;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.Platform;
import org.handbell.contract.RegisterEvent.HashedWindow;

/// A register written as one JSON file, as the service would have it from its tables.
public final class RegisterFile {

    private final KeyedHash hash;
    private final Map<String, Registered> accounts;
    private final Register register;

    private RegisterFile(Fields file, Switched switched, KeyedHash hash) {
        this.hash = hash;
        this.register = Register.of(new RegisterEntries(hash).of(file, switched));
        this.accounts = new HashMap<>();
        file.objects("accounts").forEach(one -> accounts.put(one.text("id"), account(one)));
        if (accounts.isEmpty()) {
            throw new BadInputException("`accounts` is missing or empty");
        }
    }

    /// Reads a register.
    ///
    /// @param switched which of the optional clauses are on
    /// @param hash key for what the service would know by its hash alone
    /// @throws BadInputException naming the file, the field and the rule
    public static RegisterFile read(Path file, Switched switched, KeyedHash hash) {
        try {
            return new RegisterFile(Fields.read(Files.readAllBytes(file)), switched, hash);
        } catch (IOException e) {
            throw new BadInputException(file + " cannot be read: is the path right?");
        } catch (BadInputException e) {
            throw new BadInputException(file + ": " + e.getMessage());
        }
    }

    public KeyedHash hash() {
        return hash;
    }

    public Register register() {
        return register;
    }

    /// What is known around a case.
    ///
    /// @throws BadInputException where its account is not in the register
    public Circumstances around(CaseLine asked) {
        var post = asked.post();
        var account = accounts.get(post.accountId());
        if (account == null) {
            throw new BadInputException("`account` is not in the register");
        }
        var of = post.of();
        var handle = of == null ? null : of.author();
        return new Circumstances(
                post,
                account,
                asked.pupil() == null || handle == null
                        ? register
                        : register.withHandle(asked.pupil(), windows(handle)));
    }

    private List<HashedWindow> windows(String handle) {
        return NameVariants.handle(hash, handle);
    }

    private static Registered account(Fields account) {
        return new Registered(
                account.text("id"),
                account.one(Platform.class, "platform"),
                account.text("handle"),
                account.one(AccountEvent.Kind.class, "kind"),
                account.text("owner"),
                null,
                account.flag("spokesperson"),
                account.flag("approved"),
                new AccountEvent.Gates(null, null, null, null, null),
                null,
                0,
                Instant.EPOCH);
    }
}
