package org.handbell.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.handbell.analysis.detect.Families;
import org.handbell.analysis.meaning.Meaning;
import org.handbell.analysis.policy.Rule;
import org.handbell.analysis.policy.YamlPacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Nothing that the analysis looks for, counts or learns is what somebody believes or belongs to.
class BeliefIsNoFeatureTest {

    /// Parts of names that no family, rule or label may have.
    private static final Pattern NAME =
            Pattern.compile(
                    "(?i).*(union|strike|picket|party|politic|govern?ment|faith|religi|belie[fv]|creed"
                            + "|philosoph|whistle|protest|campaign|gender|protected).*");

    /// Words of unions, parties, faiths and convictions that no phrase may have. Words with many
    /// everyday senses are not among them (party, leave, reform, march), nor what a person was born
    /// as or loves: telling that of a colleague is telling a private matter.
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?i).*\\b(unions?|unison|neu|nasuwt|gmb|(trade|joining the|on) (strike|unionist)s?"
                            + "|strike action|pickets?|ballots?|industrial action|labour|tor(y|ies)"
                            + "|conservatives?|lib ?dems?|liberal democrats?|snp|plaid|ukip|reform uk"
                            + "|green party|brexit|brexiteers?|remainers?|socialis[tm]|communis[tm]"
                            + "|marxis[tm]|feminis[tm]|republicans?|monarchists?|royalists?"
                            + "|christians?|catholics?|protestants?|evangelicals?|quakers?|muslims?"
                            + "|islam|islamic|jews?|jewish|judaism|sikhs?|hindus?|buddhists?|atheists?"
                            + "|humanists?|mosques?|synagogues?|temples?|gurdwaras?|bible|qu?r'?an"
                            + "|koran|torah|allah|jesus|christ|gender critical|trans inclusive"
                            + "|zionis[tm]|palestin\\w*|israel\\w*|gaza|abortions?|pro life|vegans?"
                            + "|vegetarians?|whistle ?blow\\w*|anti ?vax\\w*|vaccin\\w*|net zero"
                            + "|grammar schools?|private schools?)\\b.*");

    /// Phrases that may stay all the same, and why.
    private static final Map<String, String> NAMED =
            Map.of(
                    "speak.own: union rep",
                    "it only excuses: who speaks as a union's rep does not speak for the school");

    private static final List<Rule> RULES =
            new YamlPacks()
                    .read("classpath*:policy/pack-*.yml").all().stream()
                            .flatMap(pack -> pack.rules().stream())
                            .toList();

    private static Map<String, List<String>> lexicons() throws IOException {
        var families = new TreeMap<String, List<String>>();
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:policy/lexicons/*.yml")) {
            try (var in = file.getInputStream()) {
                new YAMLMapper()
                        .readTree(in)
                        .forEachEntry((family, phrases) -> {
                            var all = families.computeIfAbsent(family, _ -> new ArrayList<>());
                            phrases.forEach(phrase -> all.add(phrase.asString()));
                        });
            }
        }
        return families;
    }

    @Test
    void noPhraseOfALexiconNamesAUnionAPartyAFaithOrABelief() throws IOException {
        var phrases =
                lexicons().entrySet().stream()
                        .flatMap(one -> one.getValue().stream().map(p -> one.getKey() + ": " + p))
                        .toList();
        assertThat(phrases).hasSizeGreaterThan(1000);
        assertThat(phrases)
                .filteredOn(phrase -> WORDS.matcher(phrase).matches())
                .containsExactlyInAnyOrderElementsOf(NAMED.keySet());
    }

    @Test
    void noFamilyAndNoRuleIsNamedForOne() throws IOException {
        var names = new HashSet<>(Families.DETECTED);
        names.addAll(lexicons().keySet());
        RULES.forEach(rule -> {
            names.add(rule.id());
            names.addAll(rule.when());
            names.addAll(rule.show());
        });
        assertThat(names).hasSizeGreaterThan(100).noneMatch(name -> NAME.matcher(name).matches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"meaning/heads.gz", "meaning/grams.gz"})
    void noLabelOfTheModelStandsForOne(String file) throws IOException {
        var labels = labels(file);
        assertThat(labels).containsAll(Meaning.CLAUSES);
        assertThat(labels).noneMatch(label -> NAME.matcher(label).matches());
        assertThat(labels).noneMatch(label -> WORDS.matcher(label).matches());
    }

    /// How many, and each.
    private static Set<String> labels(String file) throws IOException {
        var loader = BeliefIsNoFeatureTest.class.getClassLoader();
        try (var in = loader.getResourceAsStream(file);
                var data =
                        new DataInputStream(
                                new BufferedInputStream(
                                        new GZIPInputStream(
                                                java.util.Objects.requireNonNull(in, file))))) {
            var labels = new HashSet<String>();
            for (var left = data.readInt(); left > 0; left--) {
                labels.add(data.readUTF());
            }
            return labels;
        }
    }

    @Test
    void thePatternsFindWhatTheyAreFor() {
        assertThat(Stream.of("union.member", "about:faith", "E6.strike", "act:protest"))
                .allMatch(name -> NAME.matcher(name).matches());
        assertThat(Stream.of("opinion: joining the strike", "hate: muslims are", "x: the NEU"))
                .allMatch(phrase -> WORDS.matcher(phrase).matches());
        assertThat(Stream.of("contact.friendly", "time.working", "route:police"))
                .noneMatch(name -> NAME.matcher(name).matches());
        assertThat(Stream.of("contact.friendly: my party", "pupils.group: leavers"))
                .noneMatch(phrase -> WORDS.matcher(phrase).matches());
    }
}
