package org.handbell.ingest.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.handbell.ingest.Invented.MET;
import static org.handbell.ingest.Invented.NOON;
import static org.handbell.ingest.Invented.NOTICE;
import static org.handbell.ingest.Invented.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import org.handbell.contract.AccountEvent;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private final Accounts accounts = new Accounts();

    @Test
    void theHighestRevisionStands() {
        accounts.apply(3, account("a", MET, false, NOTICE, 2));
        accounts.apply(3, account("a", MET, true, NOTICE, 1));
        assertThat(accounts.find("a")).hasValueSatisfying(a -> assertThat(a.approved()).isFalse());
        accounts.apply(3, account("a", MET, true, NOTICE, 3));
        assertThat(accounts.find("a")).hasValueSatisfying(a -> assertThat(a.approved()).isTrue());
    }

    @Test
    void aClosedAccountIsGone() {
        accounts.apply(3, account("a"));
        accounts.apply(3, new AccountEvent.Closed("a", NOON));
        assertThat(accounts.find("a")).isEmpty();
        assertThat(accounts.standing("a")).isFalse();
        assertThat(accounts.idsIn(3)).isEmpty();
    }

    @Test
    void anAccountThatCannotBeReadIsNotFoundButStandsInTheRegister() {
        accounts.apply(3, account("a"));
        accounts.unreadable(3, "a");
        assertThat(accounts.find("a")).isEmpty();
        assertThat(accounts.standing("a")).isTrue();
        assertThat(accounts.idsIn(3)).containsExactly("a");
    }

    @Test
    void aListenerHearsOfChangesOnly() {
        var heard = new ArrayList<String>();
        accounts.onChange((partition, id) -> heard.add(partition + id));
        accounts.apply(3, account("a", MET, true, NOTICE, 2));
        accounts.apply(3, account("a", MET, true, NOTICE, 1));
        accounts.apply(5, account("b"));
        assertThat(heard).containsExactly("3a", "5b");
    }

    @Test
    void theDayOfTheNoticeBeginsAtMidnightInLondon() {
        var summer = account("a", MET, true, LocalDate.parse("2026-06-01"), 1);
        assertThat(Gate.tooOld(summer, Instant.parse("2026-05-31T22:59:59Z"))).isTrue();
        assertThat(Gate.tooOld(summer, Instant.parse("2026-05-31T23:00:00Z"))).isFalse();
        var winter = account("a", MET, true, LocalDate.parse("2026-12-01"), 1);
        assertThat(Gate.tooOld(winter, Instant.parse("2026-11-30T23:59:59Z"))).isTrue();
        assertThat(Gate.tooOld(winter, Instant.parse("2026-12-01T00:00:00Z"))).isFalse();
    }

    @Test
    void aNoticeThatTakesEffectTomorrowHoldsBackToday() {
        var tomorrow = account("a", MET, true, LocalDate.parse("2026-11-21"), 1);
        assertThat(Gate.unmet(tomorrow, NOON)).containsExactly("notice in effect");
        assertThat(Gate.unmet(tomorrow, Instant.parse("2026-11-21T00:00:00Z"))).isEmpty();
    }
}
