package org.handbell.cases.triage;

import java.util.List;
import java.util.stream.Stream;
import org.handbell.cases.casefile.DeskLists;

/// A page of a list of cases.
///
/// @param cards in the order of the list
/// @param more whether there are further ones
/// @param complete false where not all could be gone through
record QueuePage(List<Card> cards, boolean more, boolean complete) {

    /// Cards of one tier.
    record Tier(String title, String tone, List<Card> cards) {}

    static QueuePage of(List<Card> cards, DeskLists.Page page) {
        return new QueuePage(cards, page.more(), page.complete());
    }

    /// Those of the same urgency together, the most urgent first.
    public List<Tier> tiers() {
        return Stream.of(tier("Now", "now"), tier("Today", "today"), tier("This week", "week"))
                .filter(tier -> !tier.cards().isEmpty())
                .toList();
    }

    private Tier tier(String title, String tone) {
        return new Tier(
                title, tone, cards.stream().filter(card -> card.tone().equals(tone)).toList());
    }

    /// Reference of the last one shown, to go on from; empty where there is none.
    public String last() {
        return cards.isEmpty() ? "" : cards.getLast().reference();
    }

    public boolean empty() {
        return cards.isEmpty();
    }

    /// How many are on this page, in words.
    public String count() {
        return cards.size() + (more ? " and more" : "");
    }
}
