package org.handbell.cases.trust;

import java.nio.file.Path;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.people.Members;
import org.handbell.cases.people.Register;
import org.handbell.cases.register.AccountRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a whole trust from a file: all of it, or, where anything is wrong, nothing. What the file
/// does not name any more leaves the desk; the same file again changes nothing.
@Component
public class ImportTrust {

    private final Register register;
    private final Members members;
    private final AccountRegister accounts;
    private final AuditLog audit;
    private final OneAtATime turn;

    ImportTrust(
            Register register,
            Members members,
            AccountRegister accounts,
            AuditLog audit,
            OneAtATime turn) {
        this.register = register;
        this.members = members;
        this.accounts = accounts;
        this.audit = audit;
        this.turn = turn;
    }

    /// @param path a JSON file
    /// @return how many lines of the register, people and accounts changed, came or went
    /// @throws UnfitTrustException naming each path and the rule it breaks; nothing was changed
    @Transactional
    public int from(Path path) {
        var trust = new ReadTrust(register::idOf).from(path);
        turn.take();
        var changed =
                register.replace(trust.entries())
                        + members.replace(trust.members())
                        + accounts.replace(trust.accounts());
        if (changed > 0) {
            audit.append("system", "trust.imported", "trust", changed + " changes");
        }
        return changed;
    }
}
