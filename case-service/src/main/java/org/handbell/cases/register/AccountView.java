package org.handbell.cases.register;

import java.time.LocalDate;
import java.util.List;
import org.handbell.cases.forms.Option;
import org.jspecify.annotations.Nullable;

/// An account's page.
///
/// @param line what the list says of it too
/// @param purpose what was asked for; null where nothing was, or where it is not for the reader
/// @param notice the trust's notice, for who holds the account to read and acknowledge; else null
/// @param policyVersion the version a Head confirms; null where the trust uploaded none
/// @param reviewDay proposed for the next review
record AccountView(
        AccountLine line,
        long version,
        String academy,
        @Nullable String second,
        @Nullable String approvedBy,
        @Nullable PurposeView purpose,
        List<GateLine> gates,
        @Nullable NoticeView notice,
        List<CheckView> checks,
        List<SpeakerView> speakers,
        List<Event> history,
        May may,
        List<Option> colleagues,
        @Nullable String policyVersion,
        LocalDate reviewDay) {

    record PurposeView(String why, String audience, String pupils, String conditions) {}

    /// @param evidence what is on record; empty where it is missing
    /// @param todo what is to be done, and by whom; empty where it is met
    record GateLine(String gate, boolean met, String evidence, String todo) {}

    record NoticeView(String reference, String from, String words, String hash) {}

    /// @param words empty where they are not for the reader
    record CheckView(
            String reason,
            String words,
            String authoriser,
            String from,
            String until,
            String end) {}

    record SpeakerView(
            long id,
            String who,
            String topic,
            String trained,
            String expires,
            boolean counts,
            boolean ended) {}

    /// A line of the timeline.
    record Event(String when, String what, String who, String words) {}

    /// What the reader may do here.
    record May(
            boolean approve,
            boolean refuse,
            boolean withdraw,
            boolean review,
            boolean handOver,
            boolean close,
            boolean check,
            boolean endCheck,
            boolean speak) {}
}
