package org.handbell.cases.register;

import org.handbell.cases.register.Entry.State;
import org.handbell.contract.AccountEvent.Registered;
import org.jspecify.annotations.Nullable;

/// An account as its line on the list says it.
///
/// @param state in words: from when on it may be looked at, or what is missing
/// @param tag the state in a word or two
/// @param colour of the tag, which only repeats its words
/// @param review by when it is to be looked at again; null where no day is set
record AccountLine(
        String accountId,
        String platform,
        String address,
        String kind,
        String holder,
        String tag,
        String colour,
        String state,
        @Nullable String review,
        boolean overdue) {

    static AccountLine of(Standing standing, String holder) {
        var entry = standing.entry();
        var row = standing.row();
        var review = entry.reviewOn();
        return new AccountLine(
                entry.accountId(),
                Says.platform(entry.site().platform()),
                entry.site().address(),
                Says.kind(entry.site().kind()),
                holder,
                tag(standing, row),
                colour(standing, row),
                state(standing, row),
                review == null ? null : Says.day(review),
                entry.state() == State.STANDING
                        && review != null
                        && review.isBefore(standing.today()));
    }

    static boolean cleared(Standing standing, Registered row) {
        var from = row.collectFrom();
        return standing.entry().state() == State.STANDING
                && row.unmet().isEmpty()
                && from != null
                && !from.isAfter(standing.today());
    }

    static String tag(Standing standing, Registered row) {
        return switch (standing.entry().state()) {
            case REQUESTED -> "Waits for a decision";
            case REFUSED -> "Not approved";
            case CLOSED -> "Off the register";
            case STANDING -> {
                if (!cleared(standing, row)) {
                    yield "Held back";
                }
                yield standing.check().isPresent() ? "Targeted check" : "Cleared";
            }
        };
    }

    static String colour(Standing standing, Registered row) {
        return switch (standing.entry().state()) {
            case REQUESTED -> "yellow";
            case REFUSED, CLOSED -> "grey";
            case STANDING -> cleared(standing, row) ? "green" : "grey";
        };
    }

    static String state(Standing standing, Registered row) {
        if (standing.entry().state() == State.REQUESTED) {
            return "Nothing is collected until a Head has decided";
        }
        if (standing.entry().state() != State.STANDING) {
            return "Nothing is collected";
        }
        var unmet = row.unmet();
        var from = row.collectFrom();
        if (!unmet.isEmpty() || from == null) {
            return "Nothing is collected. Missing: " + String.join(", ", unmet);
        }
        return standing.check()
                .map(check -> "Public posts may be looked at until " + Says.day(check.until()))
                .orElse("Public posts from " + Says.day(from) + " on may be looked at");
    }
}
