package org.handbell.cases.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.register.Facts.Check;

/// Where targeted checks are kept.
interface Checks {

    /// Those that nobody ended, of all accounts.
    List<Check> open();

    /// Those of an account, newest first.
    List<Check> of(String accountId);

    /// The newest of all accounts that a person may see, newest first.
    List<Check> newest(Scope scope);

    /// Those whose last day is over, and which are still open.
    List<Check> over(LocalDate today);

    /// @param check its id does not count
    void begin(Check check);

    void end(long checkId, String by, Instant at);
}
