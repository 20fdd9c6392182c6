package org.handbell.cases.register;

import java.time.LocalDate;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Platform;
import org.jspecify.annotations.Nullable;

/// An account as the register has it; what others are told follows from it, see [Standing].
///
/// @param imported what the trust's file says; nothing for an account that was asked for at the
///   desk
/// @param reviewOn by when the approval must be looked at again; null where nobody set it
/// @param version grows with each change
record Entry(
        String accountId,
        Origin origin,
        State state,
        Site site,
        Owners owners,
        Approval approval,
        Imported imported,
        @Nullable LocalDate reviewOn,
        long version) {

    enum Origin {
        FILE,
        DESK
    }

    enum State {
        /// Asked for, and not decided.
        REQUESTED,
        /// On the register, approved or not: the only ones that others are told of.
        STANDING,
        REFUSED,
        CLOSED
    }

    /// @param academyId null for the trust's own
    record Site(Platform platform, String address, Kind kind, @Nullable String academyId) {}

    /// @param secondId who looks after it when the holder cannot; null where nobody was named
    /// @param handedOver whether the desk, and no longer the file, says who holds it
    record Owners(String holderId, @Nullable String secondId, boolean handedOver) {

        boolean include(String personId) {
            return holderId.equals(personId) || personId.equals(secondId);
        }
    }

    /// @param by who approved it last; null where nobody did
    /// @param policyVersion the version of the policy that was confirmed with it
    record Approval(boolean given, @Nullable String by, @Nullable String policyVersion) {

        static final Approval NONE = new Approval(false, null, null);
    }

    /// Evidence that came with the trust's file.
    record Imported(
            @Nullable String dpiaReference,
            @Nullable String noticeHash,
            @Nullable String consultation,
            @Nullable LocalDate collectFrom,
            boolean spokesperson) {

        static final Imported NOTHING = new Imported(null, null, null, null, false);
    }

    Entry in(State next) {
        return new Entry(
                accountId, origin, next, site, owners, approval, imported, reviewOn, version);
    }

    Entry with(Approval next) {
        return new Entry(accountId, origin, state, site, owners, next, imported, reviewOn, version);
    }

    Entry with(Owners next) {
        return new Entry(
                accountId, origin, state, site, next, approval, imported, reviewOn, version);
    }

    Entry reviewedBy(LocalDate day) {
        return new Entry(accountId, origin, state, site, owners, approval, imported, day, version);
    }

    Entry next() {
        return new Entry(
                accountId, origin, state, site, owners, approval, imported, reviewOn, version + 1);
    }
}
