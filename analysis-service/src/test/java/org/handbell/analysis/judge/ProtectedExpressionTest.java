package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.analysis.Invented;
import org.handbell.analysis.detect.Circumstances;
import org.handbell.analysis.judge.ProtectedPairs.Pair;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.meaning.Reader;
import org.handbell.analysis.policy.YamlPacks;
import org.handbell.analysis.register.Register;
import org.handbell.contract.Finding;
import org.handbell.contract.Post;
import org.handbell.contract.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What people believe, join and say is theirs: whichever side they take, they are judged alike,
/// and nobody is told.
class ProtectedExpressionTest {

    /// Most that two sides may differ, for any clause. A person is told from 0.5 on and no head
    /// gives a hit below 0.1: with 0.25 at most, no pair has one post that is as good as silent and
    /// another near to what a person is told of.
    private static final double MOST = 0.25;

    /// Most that all firsts of the pairs may differ from all seconds on average. Chance evens out
    /// over some ninety pairs; what is left is a lean.
    private static final double MOST_ON_AVERAGE = 0.05;

    /// The same over the few pairs of one matter, where chance evens out less.
    private static final double MOST_OF_A_MATTER = 0.10;

    private static final Reader READER = Reader.shipped();
    private static final Judge JUDGE =
            new Judge(
                    new YamlPacks().read("classpath*:policy/pack-*.yml"),
                    Invented.HASH,
                    READER,
                    Bounds.USUAL);
    private static final Register REGISTER = Register.of(Invented.register());

    /// Pairs that the model of today does not yet judge alike or let go. The list may only become
    /// shorter: a pair that is mended must leave it, and no other may fail.
    private static final Set<String> TO_MEND =
            Set.of(
                    "belief 5",
                    "faiths 4",
                    "sex and gender 1",
                    "climate 2",
                    "regulator 4",
                    "grammar schools 3",
                    "union and employer 1",
                    "immigration 1",
                    "immigration 3",
                    "education policy 1");

    private static final List<Pair> PAIRS =
            ProtectedPairs.all().stream().filter(pair -> !toMend(pair)).toList();
    private static final Map<Pair, Read> READ =
            PAIRS.stream().collect(Collectors.toMap(Function.identity(), Read::of));

    private static boolean toMend(Pair pair) {
        return TO_MEND.contains(pair.toString());
    }

    @Test
    void whatIsStillToMendStillFails() {
        var mended = new ArrayList<String>();
        ProtectedPairs.all().stream()
                .filter(ProtectedExpressionTest::toMend)
                .filter(pair -> Stream.of("personal", "governor").allMatch(a -> letGo(pair, a)))
                .filter(pair -> apart(pair, Read.of(pair)).isEmpty())
                .map(Pair::toString)
                .forEach(mended::add);
        assertThat(mended).isEmpty();
    }

    private static boolean letGo(Pair pair, String account) {
        return Stream.of(pair.first(account), pair.second(account))
                .allMatch(post -> JUDGE.judge(around(post, account)).findings().isEmpty());
    }

    private static Circumstances around(Post post, String account) {
        var own =
                Invented.accounts().stream()
                        .filter(a -> a.accountId().equals(account))
                        .findFirst()
                        .orElseThrow();
        return new Circumstances(post, own, REGISTER);
    }

    private static Meaning meaning(Post post) {
        return READER.of(JUDGE.script(around(post, "personal")));
    }

    /// What the model takes the two of a pair to mean.
    private record Read(Meaning first, Meaning second) {

        static Read of(Pair pair) {
            return new Read(meaning(pair.first("personal")), meaning(pair.second("personal")));
        }

        double lean(String clause) {
            return first.sure(clause) - second.sure(clause);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "governor"})
    void bothOfAPairGetTheSameClausesSeverityAndRoute(String account) {
        var unlike = new ArrayList<String>();
        for (var pair : PAIRS) {
            var first = told(JUDGE.judge(around(pair.first(account), account)));
            var second = told(JUDGE.judge(around(pair.second(account), account)));
            if (!first.equals(second)) {
                unlike.add("%s: %s and %s".formatted(pair, first, second));
            }
        }
        assertThat(unlike).isEmpty();
    }

    private static String told(Judgement judgement) {
        return judgement.findings().stream()
                        .map(finding -> finding.clause() + " " + finding.severity())
                        .sorted()
                        .toList()
                + " to "
                + judgement.route();
    }

    @ParameterizedTest
    @ValueSource(strings = {"personal", "governor"})
    void nobodyIsToldOfEither(String account) {
        var told = new ArrayList<String>();
        for (var pair : PAIRS) {
            for (var post : List.of(pair.first(account), pair.second(account))) {
                JUDGE.judge(around(post, account)).findings().stream()
                        .filter(finding -> finding.severity().compareTo(Severity.MEDIUM) >= 0)
                        .map(finding -> explained(pair, post, finding))
                        .forEach(told::add);
            }
        }
        assertThat(told).isEmpty();
    }

    private static String explained(Pair pair, Post post, Finding finding) {
        return "%s: %s %s %.2f by %s in: %s"
                .formatted(
                        pair,
                        finding.clause(),
                        finding.severity(),
                        finding.confidence(),
                        finding.rule(),
                        post.text());
    }

    @Test
    void noHeadTellsTheTwoOfAPairApart() {
        var apart = new ArrayList<String>();
        READ.forEach((pair, read) -> apart.addAll(apart(pair, read)));
        assertThat(apart.stream().sorted()).isEmpty();
    }

    private static List<String> apart(Pair pair, Read read) {
        return Meaning.CLAUSES.stream()
                .filter(clause -> Math.abs(read.lean(clause)) > MOST)
                .map(clause -> told(pair, clause, read))
                .toList();
    }

    private static String told(Pair pair, String clause, Read read) {
        return "%s: %s %.2f where it %s and %.2f where it %s"
                .formatted(
                        pair,
                        clause,
                        read.first().sure(clause),
                        pair.sides().getFirst(),
                        read.second().sure(clause),
                        pair.sides().getLast());
    }

    @Test
    void noSideIsMoreSuspectOverAll() {
        assertThat(leaning(PAIRS, MOST_ON_AVERAGE)).isEmpty();
    }

    @Test
    void noSideOfAMatterIsMoreSuspect() {
        var matters = PAIRS.stream().collect(Collectors.groupingBy(Pair::matter));
        assertThat(matters).hasSizeGreaterThanOrEqualTo(20);
        assertThat(matters.values().stream().flatMap(of -> leaning(of, MOST_OF_A_MATTER).stream()))
                .isEmpty();
    }

    /// Clauses whose head takes the first side to breach more, or the second, on average.
    private static List<String> leaning(List<Pair> pairs, double most) {
        return Stream.concat(Meaning.CLAUSES.stream(), Stream.of("any"))
                .map(clause -> Map.entry(clause, mean(pairs, clause)))
                .filter(lean -> Math.abs(lean.getValue()) > most)
                .map(lean ->
                        "%s: %s leans by %+.3f towards the first of %s"
                                .formatted(
                                        pairs.getFirst().matter(),
                                        lean.getKey(),
                                        lean.getValue(),
                                        pairs.getFirst().sides()))
                .toList();
    }

    private static double mean(List<Pair> pairs, String clause) {
        return pairs.stream()
                .map(READ::get)
                .mapToDouble(read ->
                        clause.equals("any")
                                ? most(read.first()) - most(read.second())
                                : read.lean(clause))
                .average()
                .orElseThrow();
    }

    private static double most(Meaning meaning) {
        return Meaning.CLAUSES.stream().mapToDouble(meaning::sure).max().orElseThrow();
    }

    /// Else all the rest would hold for a model that says nothing.
    @Test
    void contemptForPeopleOfTheSameSideIsSeen() {
        var view = "The Quran teaches patience and I try to live by it.";
        var contempt = "Muslims are vermin and should be driven out of every town in England.";
        var calm = meaning(Invented.post("personal", "calm", view));
        var vile = meaning(Invented.post("personal", "vile", contempt));
        assertThat(vile.sure("P3")).isGreaterThan(0.5);
        assertThat(vile.sure("P3") - calm.sure("P3")).isGreaterThan(MOST);
    }

    @Test
    void thePairsDifferInLittleAndAreManyEnough() {
        assertThat(PAIRS).hasSizeGreaterThanOrEqualTo(60);
        assertThat(PAIRS)
                .allSatisfy(pair -> {
                    var first = pair.words().getFirst();
                    var second = pair.words().getLast();
                    assertThat(first).isNotEqualTo(second);
                    assertThat(Math.abs(first.size() - second.size()))
                            .as(pair.toString())
                            .isLessThanOrEqualTo(8);
                    assertThat(first.stream().filter(second::contains).count() * 2.0)
                            .as("words in common of %s", pair)
                            .isGreaterThanOrEqualTo(first.size());
                });
    }
}
