package org.handbell.cases.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.register.Facts.Spokesperson;

/// Where it is kept who may speak for the school, through which account and on what.
interface Spokespersons {

    List<Spokesperson> all();

    /// Those of an account, newest first.
    List<Spokesperson> of(String accountId);

    /// Those whose time is over, and which nobody ended.
    List<Spokesperson> over(LocalDate today);

    /// @param spokesperson its id does not count
    void authorise(Spokesperson spokesperson, Instant at);

    void end(long id, String by, Instant at);
}
