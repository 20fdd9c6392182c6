package org.handbell.analysis.policy;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// On each day exactly one pack is in force: no two overlap, none is missing between two, and the
/// newest has no end.
final class PackDates {

    private final List<PackText> texts;
    private final List<PolicyPack> packs;

    /// @param texts the file of each pack, in the same order
    PackDates(List<PackText> texts, List<PolicyPack> packs) {
        this.texts = texts;
        this.packs = packs;
    }

    void check() {
        var order =
                IntStream.range(0, packs.size())
                        .boxed()
                        .sorted(Comparator.comparing(at -> packs.get(at).inForceFrom()))
                        .toList();
        for (var at = 0; at < order.size(); at++) {
            var last = at + 1 == order.size();
            check(order.get(at), last ? -1 : order.get(at + 1));
        }
    }

    private void check(int one, int next) {
        var until = packs.get(one).inForceUntil();
        if (until != null && until.isBefore(packs.get(one).inForceFrom())) {
            throw refuse(one, "ends before it begins", "inForceUntil");
        }
        if (next < 0) {
            if (until != null) {
                throw refuse(one, "no pack is in force after " + until, "inForceUntil");
            }
            return;
        }
        var from = packs.get(next).inForceFrom();
        if (packs.get(one).id().equals(packs.get(next).id())) {
            throw refuse(next, "the id is that of " + texts.get(one).name() + " too", "id");
        }
        if (packs.get(one).inForceFrom().equals(from) || until != null && !until.isBefore(from)) {
            throw refuse(
                    next,
                    "overlaps with %s on %s".formatted(texts.get(one).name(), from),
                    "inForceFrom");
        }
        if (until != null && until.plusDays(1).isBefore(from)) {
            throw refuse(
                    next, "no pack is in force from " + until.plusDays(1) + " on", "inForceFrom");
        }
    }

    private InvalidPackException refuse(int pack, String problem, String field) {
        return texts.get(pack).refuse(packs.get(pack).id(), problem, field);
    }
}
