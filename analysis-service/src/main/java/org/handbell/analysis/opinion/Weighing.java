package org.handbell.analysis.opinion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.handbell.analysis.judge.Judgement;
import org.handbell.analysis.policy.Clause;
import org.handbell.analysis.policy.Modality;
import org.handbell.analysis.policy.PolicyPack;
import org.handbell.contract.Finding;
import org.handbell.contract.Finding.SecondOpinion;
import org.handbell.contract.Finding.Verdict;
import org.handbell.contract.Ids;
import org.handbell.contract.Route;
import org.handbell.contract.Severity;

/// What opinions may do to a judgement: mark what the rules found, talk a low finding away, suggest
/// one of low severity. The route stays as the rules have it.
final class Weighing {

    /// Id of the rule on findings that the model alone suggests.
    static final String RULE = "second-opinion";

    /// How sure the model must say it is before a low finding goes.
    private static final double SURE = 0.7;

    private final PolicyPack pack;
    private final String model;
    private final List<String> models;
    private final String observationId;

    Weighing(PolicyPack pack, String model, List<String> models, String observationId) {
        this.pack = pack;
        this.model = model;
        this.models = models;
        this.observationId = observationId;
    }

    Judgement weigh(Judgement judgement, List<Opinion> opinions) {
        var byClause =
                opinions.stream()
                        .collect(
                                Collectors.toMap(
                                        Opinion::clause,
                                        Function.identity(),
                                        (one, _) -> one,
                                        TreeMap::new));
        var kept = new ArrayList<Finding>();
        var withdrawn = new ArrayList<>(judgement.withdrawn());
        for (var finding : judgement.findings()) {
            var opinion = byClause.remove(finding.clause());
            if (opinion == null) {
                kept.add(finding);
            } else if (goes(finding, opinion)) {
                withdrawn.add(marked(finding, opinion, Verdict.WITHDRAWN));
            } else {
                var verdict = opinion.breach() ? Verdict.CONFIRMED : Verdict.DOUBTED;
                kept.add(marked(finding, opinion, verdict));
            }
        }
        var route = kept.isEmpty() ? List.<Route>of() : judgement.route();
        kept.addAll(suggested(byClause));
        return new Judgement(judgement.packId(), kept, route, judgement.excused(), withdrawn);
    }

    private static boolean goes(Finding finding, Opinion opinion) {
        return !opinion.breach()
                && opinion.confidence() >= SURE
                && finding.severity().compareTo(Severity.LOW) <= 0;
    }

    private Finding marked(Finding finding, Opinion opinion, Verdict verdict) {
        var explanation = Objects.requireNonNull(finding.explanation(), "explanation");
        return finding.explained(explanation.with(said(opinion, verdict)));
    }

    private SecondOpinion said(Opinion opinion, Verdict verdict) {
        return new SecondOpinion(model, verdict, opinion.reason());
    }

    private List<Finding> suggested(Map<String, Opinion> opinions) {
        return opinions.values().stream()
                .filter(Opinion::breach)
                .flatMap(opinion -> clause(opinion).map(clause -> suggested(clause, opinion)))
                .filter(finding -> finding.confidence() >= digestFrom(finding))
                .toList();
    }

    private Stream<Clause> clause(Opinion opinion) {
        return Stream.ofNullable(pack.clauses().get(opinion.clause()));
    }

    private double digestFrom(Finding finding) {
        var clause = Objects.requireNonNull(pack.clauses().get(finding.clause()));
        return clause.thresholds().digestFrom();
    }

    private Finding suggested(Clause clause, Opinion opinion) {
        return new Finding(
                Ids.finding(observationId, clause.id(), pack.id()),
                clause.id(),
                RULE,
                Severity.LOW,
                opinion.confidence(),
                clause.modality() == Modality.ADVICE,
                "A language model suggests that this may touch on: %s. The rules found nothing."
                        .formatted(clause.title()),
                List.of(),
                List.of(),
                new Finding.Explanation(
                        pack.id(),
                        pack.hash(),
                        models,
                        clause.thresholds().tellFrom(),
                        List.of(),
                        said(opinion, Verdict.ADDED)));
    }
}
