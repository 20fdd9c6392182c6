package org.handbell.cases.trust;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.handbell.cases.people.Members.Member;
import org.handbell.cases.trust.KnownIds.Kind;
import org.handbell.contract.AccountEvent;
import org.handbell.contract.AccountEvent.Gates;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;

/// Reads the accounts of a file. Gates and the first day of collecting may be said once for all and
/// otherwise for a single account.
final class AccountParts {

    private final KnownIds ids;
    private final Map<String, String> academies = new HashMap<>();

    /// @param members the holders: an account belongs to its holder's academy unless it says so
    AccountParts(KnownIds ids, List<Member> members) {
        this.ids = ids;
        for (var member : members) {
            var academy = member.person().academyId();
            if (academy != null) {
                academies.put(member.person().personId(), academy);
            }
        }
    }

    List<Registered> of(Part file) {
        return file.each("accounts").stream()
                .map(part -> part.made(() -> account(part, file)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Registered account(Part part, Part file) {
        var holder = ids.reference(part, "owner", Kind.STAFF, Kind.GOVERNOR);
        if (holder == null) {
            throw new IllegalArgumentException("needs an owner");
        }
        var academy = ids.reference(part, "academy", Kind.ACADEMY);
        return new Registered(
                part.text("id"),
                EntryParts.platform(part.at("platform")),
                address(part),
                kind(part.at("kind")),
                holder,
                academy == null ? academies.get(holder) : academy,
                part.flag("spokesperson"),
                part.flag("approved"),
                gates(part.at("gates"), file.at("gates")),
                collectFrom(part, file),
                0,
                Instant.EPOCH);
    }

    private static String address(Part part) {
        var address = part.optional("address");
        return address == null ? part.text("handle") : address;
    }

    private Gates gates(Part own, Part all) {
        return new Gates(
                either(own, all, "dpiaReference"),
                either(own, all, "noticeHash"),
                either(own, all, "consultation"),
                approver(own.missing() || own.optional("approver") == null ? all : own),
                either(own, all, "policyVersion"));
    }

    private @Nullable String approver(Part gates) {
        return ids.reference(gates, "approver", Kind.STAFF, Kind.GOVERNOR, Kind.OPERATOR);
    }

    private static @Nullable String either(Part own, Part all, String field) {
        var value = own.optional(field);
        return value == null ? all.optional(field) : value;
    }

    private static @Nullable LocalDate collectFrom(Part part, Part file) {
        var own = part.date("collectFrom");
        return own == null ? file.date("collectFrom") : own;
    }

    private static AccountEvent.Kind kind(Part part) {
        var word = part.text();
        for (var kind : AccountEvent.Kind.values()) {
            if (kind.name().equals(word.toUpperCase(Locale.ROOT))) {
                return kind;
            }
        }
        part.wrong(Part.shown(word) + " is none of personal, group, official");
        return AccountEvent.Kind.PERSONAL;
    }
}
