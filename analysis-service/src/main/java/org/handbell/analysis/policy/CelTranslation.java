package org.handbell.analysis.policy;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of the Common Expression Language that conditions are made of, as Java: names, texts
/// and lists of them, `in`, `==`, `!=`, `!`, `&&`, `||`, `startsWith`, `exists`, whether a list is
/// empty, and how sure the model is beside a number. It says the same as the interpreter in a
/// fraction of the time; where a condition holds anything else, the interpreter is asked.
final class CelTranslation {

    /// The name that stands for each element within `exists`; null outside.
    private final @Nullable String element;

    private CelTranslation(@Nullable String element) {
        this.element = element;
    }

    /// @param checked a yes or no; the answer is empty where any part of it is not known here
    static Optional<Condition> of(CelExpr checked) {
        return new CelTranslation(null).test(checked).map(test -> scope -> test.holds(scope, ""));
    }

    /// A yes or no.
    private interface Test {
        boolean holds(Scope scope, Object element);
    }

    private interface Value {
        Object of(Scope scope, Object element);
    }

    private interface Comparison {
        boolean holds(Object one, Object other);
    }

    private interface Sure {
        double of(Scope scope);
    }

    private interface Bound {
        boolean holds(double one, double other);
    }

    private Optional<Test> test(CelExpr expression) {
        return switch (expression.getKind()) {
            case CALL -> call(expression.call());
            case COMPREHENSION -> exists(expression.comprehension());
            case IDENT ->
                    value(expression)
                            .map(value -> (scope, e) -> Boolean.TRUE.equals(value.of(scope, e)));
            default -> Optional.empty();
        };
    }

    private Optional<Test> call(CelCall call) {
        return switch (call.function()) {
            case "_&&_" -> and(call.args().getFirst(), call.args().getLast());
            case "_||_" -> or(call.args().getFirst(), call.args().getLast());
            case "!_" -> test(call.args().getFirst()).map(CelTranslation::not);
            case "_==_" -> same(call.args());
            case "_!=_" -> same(call.args()).map(CelTranslation::not);
            case "@in" -> compare(call.args(), (one, all) -> ((Collection<?>) all).contains(one));
            case "_>_" -> anySize(call.args()).or(() -> numbers(call.args(), (a, b) -> a > b));
            case "_>=_" -> numbers(call.args(), (a, b) -> a >= b);
            case "_<_" -> numbers(call.args(), (a, b) -> a < b);
            case "_<=_" -> numbers(call.args(), (a, b) -> a <= b);
            case "startsWith" -> startsWith(call);
            default -> Optional.empty();
        };
    }

    private Optional<Test> and(CelExpr left, CelExpr right) {
        return test(left)
                .flatMap(one ->
                        test(right)
                                .map(other ->
                                        (scope, e) ->
                                                one.holds(scope, e) && other.holds(scope, e)));
    }

    private Optional<Test> or(CelExpr left, CelExpr right) {
        return test(left)
                .flatMap(one ->
                        test(right)
                                .map(other ->
                                        (scope, e) ->
                                                one.holds(scope, e) || other.holds(scope, e)));
    }

    private static Test not(Test test) {
        return (scope, e) -> !test.holds(scope, e);
    }

    /// Of texts and of yes or no; lists are another matter.
    private Optional<Test> same(List<CelExpr> operands) {
        return operands.stream().allMatch(CelTranslation::single)
                ? compare(operands, Object::equals)
                : Optional.empty();
    }

    private static boolean single(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                || expression.getKind() == Kind.IDENT
                        && !CelConditions.LISTS.contains(expression.ident().name());
    }

    private Optional<Test> compare(List<CelExpr> operands, Comparison comparison) {
        var one = value(operands.getFirst());
        var other = value(operands.getLast());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var left = one.get();
        var right = other.get();
        return Optional.of((scope, e) -> comparison.holds(left.of(scope, e), right.of(scope, e)));
    }

    /// `sure` or `meant['a label']`, and a number.
    private static Optional<Test> numbers(List<CelExpr> operands, Bound bound) {
        var one = number(operands.getFirst());
        var other = number(operands.getLast());
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var left = one.get();
        var right = other.get();
        return Optional.of((scope, _) -> bound.holds(left.of(scope), right.of(scope)));
    }

    private static Optional<Sure> number(CelExpr expression) {
        if (expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.DOUBLE_VALUE) {
            var value = expression.constant().doubleValue();
            return Optional.of(_ -> value);
        }
        if (named(expression, "sure")) {
            return Optional.of(scope -> (Double) fact(scope, "sure"));
        }
        return label(expression)
                .map(label -> scope -> (Double) of((Map<?, ?>) fact(scope, "meant"), label));
    }

    /// The label in `meant['a label']`.
    private static Optional<String> label(CelExpr expression) {
        if (expression.getKind() != Kind.CALL || !expression.call().function().equals("_[_]")) {
            return Optional.empty();
        }
        var index = expression.call().args().getLast();
        return named(expression.call().args().getFirst(), "meant")
                        && index.getKind() == Kind.CONSTANT
                        && index.constant().getKind() == CelConstant.Kind.STRING_VALUE
                ? Optional.of(index.constant().stringValue())
                : Optional.empty();
    }

    private static Object fact(Scope scope, String name) {
        return of(scope.frame(), name);
    }

    private static Object of(Map<?, ?> facts, String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    /// `size(names) > 0`; no other comparison of whole numbers.
    private Optional<Test> anySize(List<CelExpr> operands) {
        var size = operands.getFirst();
        var isSize = size.getKind() == Kind.CALL && size.call().function().equals("size");
        if (!isSize || size.call().args().size() != 1 || !zero(operands.getLast())) {
            return Optional.empty();
        }
        return value(size.call().args().getFirst())
                .map(all -> (scope, e) -> !((Collection<?>) all.of(scope, e)).isEmpty());
    }

    private static boolean zero(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.INT64_VALUE
                && expression.constant().int64Value() == 0;
    }

    private Optional<Test> startsWith(CelCall call) {
        return call.target()
                .flatMap(target ->
                        compare(
                                List.of(target, call.args().getFirst()),
                                (text, start) -> ((String) text).startsWith((String) start)));
    }

    /// The macro `exists`, by what it is written out into: no, or one step or another is a yes.
    private Optional<Test> exists(CelComprehension loop) {
        var all = value(loop.iterRange());
        var step = loop.loopStep();
        var exists =
                element == null
                        && no(loop.accuInit())
                        && step.getKind() == Kind.CALL
                        && step.call().function().equals("_||_")
                        && named(step.call().args().getFirst(), loop.accuVar())
                        && named(loop.result(), loop.accuVar());
        if (!exists || all.isEmpty()) {
            return Optional.empty();
        }
        return new CelTranslation(loop.iterVar())
                .test(step.call().args().getLast())
                .map(one -> (scope, e) -> any((Collection<?>) all.get().of(scope, e), scope, one));
    }

    private static boolean any(Collection<?> elements, Scope scope, Test test) {
        for (var element : elements) {
            if (test.holds(scope, Objects.requireNonNull(element))) {
                return true;
            }
        }
        return false;
    }

    private static boolean no(CelExpr expression) {
        return expression.getKind() == Kind.CONSTANT
                && expression.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                && !expression.constant().booleanValue();
    }

    private static boolean named(CelExpr expression, String name) {
        return expression.getKind() == Kind.IDENT && expression.ident().name().equals(name);
    }

    private Optional<Value> value(CelExpr expression) {
        return switch (expression.getKind()) {
            case CONSTANT -> constant(expression.constant());
            case IDENT -> Optional.of(named(expression.ident().name()));
            case LIST -> list(expression.list().elements());
            default -> Optional.empty();
        };
    }

    private static Optional<Value> constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case STRING_VALUE -> Optional.of(always(constant.stringValue()));
            case BOOLEAN_VALUE -> Optional.of(always(constant.booleanValue()));
            default -> Optional.empty();
        };
    }

    private static Value always(Object value) {
        return (_, _) -> value;
    }

    private Value named(String name) {
        if (name.equals(element)) {
            return (_, e) -> e;
        }
        return switch (name) {
            case "s" -> (scope, _) -> scope.s();
            case "n" -> (scope, _) -> scope.n();
            case "p" -> (scope, _) -> scope.p();
            case "field" -> (scope, _) -> scope.field();
            default -> (scope, _) -> fact(scope, name);
        };
    }

    private static Optional<Value> list(List<CelExpr> elements) {
        var texts = new ArrayList<String>();
        for (var element : elements) {
            if (element.getKind() != Kind.CONSTANT
                    || element.constant().getKind() != CelConstant.Kind.STRING_VALUE) {
                return Optional.empty();
            }
            texts.add(element.constant().stringValue());
        }
        return Optional.of(always(List.copyOf(texts)));
    }
}
