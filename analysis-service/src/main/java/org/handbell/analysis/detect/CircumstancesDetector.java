package org.handbell.analysis.detect;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.handbell.analysis.text.PostText;
import org.handbell.contract.AccountEvent.Kind;
import org.handbell.contract.Finding;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.RegisterEvent.Academy;

/// What the account, the clock and the post's frame say, without any word.
///
/// Families: `account.unapproved-school`, `time.working`, `of.pupil`, `of.former`, `of.supplier`,
/// `of.official`, `media.mark`, `media.any`.
public final class CircumstancesDetector implements Detector {

    /// The host of a handle, after its name.
    private static final Pattern HOST = Pattern.compile("(.)@.*$");

    private final HashedDetector pupils;

    public CircumstancesDetector(HashedDetector pupils) {
        this.pupils = pupils;
    }

    @Override
    public List<Hit> over(PostText text, Circumstances circumstances) {
        var hits = new ArrayList<Hit>();
        if (unapprovedSchool(circumstances)) {
            hits.add(whole("account.unapproved-school", text));
        }
        if (working(circumstances)) {
            hits.add(whole("time.working", text));
        }
        engaged(text, circumstances, hits);
        media(circumstances, hits);
        return hits;
    }

    private static Hit whole(String family, PostText text) {
        var length = 0;
        for (var reading : text.readings()) {
            if (reading.field().equals("text")) {
                length = reading.original().length();
            }
        }
        return new Hit(family, new Finding.Span("text", 0, length), 0, 1, null);
    }

    private static boolean unapprovedSchool(Circumstances circumstances) {
        var account = circumstances.account();
        if (account.approved()) {
            return false;
        }
        var joined = String.join("", KeyedHash.tokens(account.address()));
        return circumstances.register().names().schools().stream().anyMatch(joined::contains);
    }

    /// Within the author's hours at their school, on a day of term.
    private static boolean working(Circumstances circumstances) {
        var author = circumstances.author().filter(one -> !one.governor());
        if (author.isEmpty()) {
            return false;
        }
        var time = circumstances.schoolTime();
        return academy(circumstances, author.get().academyId())
                        .filter(academy -> during(academy, time.getDayOfWeek(), time.toLocalTime()))
                        .isPresent()
                && inTerm(circumstances, time.toLocalDate());
    }

    private static boolean inTerm(Circumstances circumstances, LocalDate day) {
        return circumstances
                .register()
                .terms()
                .anyMatch(t -> !day.isBefore(t.from()) && !day.isAfter(t.to()));
    }

    private static java.util.Optional<Academy> academy(
            Circumstances circumstances, @org.jspecify.annotations.Nullable String id) {
        return id == null ? java.util.Optional.empty() : circumstances.register().academy(id);
    }

    private static boolean during(Academy academy, DayOfWeek day, LocalTime time) {
        var from = academy.from();
        var to = academy.to();
        if (from == null || to == null || !academy.days().contains(day.getValue())) {
            return false;
        }
        return !time.isBefore(from)
                && time.isBefore(to)
                && academy.breaks().stream()
                        .noneMatch(b -> !time.isBefore(b.from()) && time.isBefore(b.to()));
    }

    private void engaged(PostText text, Circumstances circumstances, List<Hit> hits) {
        var of = circumstances.post().of();
        var author = of == null ? null : of.author();
        if (author == null) {
            return;
        }
        pupils.author(author, circumstances).ifPresent(who -> hits.add(whole("of." + who, text)));
        for (var match :
                circumstances
                        .register()
                        .names()
                        .book()
                        .in(org.handbell.analysis.text.Reading.of("of.author", author))) {
            if (match.phrase().family().startsWith("supplier")) {
                hits.add(whole("of.supplier", text));
            }
        }
        if (official(author, circumstances)) {
            hits.add(whole("of.official", text));
        }
    }

    /// The handle of the school itself, by its name; a gossip page rarely dares to bear it alone.
    private static boolean official(String author, Circumstances circumstances) {
        var handle = String.join("", KeyedHash.tokens(HOST.matcher(author).replaceFirst("$1")));
        var names = circumstances.register().names();
        var bare = handle.endsWith("hs") ? handle.substring(0, handle.length() - 2) : handle;
        return Stream.of(handle, bare)
                .anyMatch(name -> names.schools().contains(name) || names.trusts().contains(name));
    }

    private static void media(Circumstances circumstances, List<Hit> hits) {
        var media = circumstances.post().media();
        for (var i = 0; i < media.size(); i++) {
            var span = new Finding.Span("media[" + i + "].alt", 0, 0);
            hits.add(new Hit("media.any", span, 0, 1, null));
            if (!media.get(i).marks().isEmpty()
                    && circumstances.account().kind() != Kind.OFFICIAL) {
                hits.add(new Hit("media.mark", span, 0, 1, null));
            }
        }
    }
}
