package org.handbell.analysis.judge;

import java.util.Comparator;
import org.handbell.analysis.detect.Hit;

/// In the order of the post, whatever order the detectors have: what is written down about a post
/// must be the same each time. Asked some hundreds of times for each post, so it is written out
/// rather than put together.
enum HitOrder implements Comparator<Hit> {
    OF_THE_POST;

    @Override
    public int compare(Hit one, Hit other) {
        var place = place(one, other);
        if (place != 0) {
            return place;
        }
        var family = one.family().compareTo(other.family());
        if (family != 0) {
            return family;
        }
        var entry = String.valueOf(one.entry()).compareTo(String.valueOf(other.entry()));
        if (entry != 0) {
            return entry;
        }
        var sentence = Integer.compare(one.sentence(), other.sentence());
        return sentence != 0 ? sentence : Double.compare(one.strength(), other.strength());
    }

    private static int place(Hit one, Hit other) {
        var field = one.field().compareTo(other.field());
        if (field != 0) {
            return field;
        }
        var start = Integer.compare(one.span().start(), other.span().start());
        return start != 0 ? start : Integer.compare(one.span().end(), other.span().end());
    }
}
