package org.handbell.analysis.policy;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Conditions in the Common Expression Language. Checked when the pack is read: a name that no
/// scope has, or an expression that is no yes or no, is refused then and not at the first post.
final class CelConditions {

    /// The names that stand for lists of texts.
    static final Set<String> LISTS = Set.of("s", "n", "p", "permitted");

    private static final Map<String, CelType> VARIABLES =
            Map.ofEntries(
                    Map.entry("s", ListType.create(SimpleType.STRING)),
                    Map.entry("n", ListType.create(SimpleType.STRING)),
                    Map.entry("p", ListType.create(SimpleType.STRING)),
                    Map.entry("field", SimpleType.STRING),
                    Map.entry("action", SimpleType.STRING),
                    Map.entry("platform", SimpleType.STRING),
                    Map.entry("kind", SimpleType.STRING),
                    Map.entry("approved", SimpleType.BOOL),
                    Map.entry("spokesperson", SimpleType.BOOL),
                    Map.entry("governor", SimpleType.BOOL),
                    Map.entry("consented", SimpleType.BOOL),
                    Map.entry("read", SimpleType.BOOL),
                    Map.entry("sure", SimpleType.DOUBLE),
                    Map.entry("meant", MapType.create(SimpleType.STRING, SimpleType.DOUBLE)),
                    Map.entry("permitted", ListType.create(SimpleType.STRING)));

    private final Cel cel;

    CelConditions() {
        var builder =
                CelFactory.standardCelBuilder()
                        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                        .setResultType(SimpleType.BOOL);
        VARIABLES.forEach(builder::addVar);
        this.cel = builder.build();
    }

    /// @throws IllegalArgumentException with the language's own message where it is no condition
    Condition compile(String expression) {
        try {
            var checked = checked(expression);
            var translated = CelTranslation.of(checked.getExpr());
            return translated.isPresent() ? translated.get() : interpreted(checked);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    CelAbstractSyntaxTree checked(String expression) throws CelValidationException {
        return cel.compile(expression).getAst();
    }

    /// As the language's own interpreter understands it.
    Condition interpreted(CelAbstractSyntaxTree checked) throws CelEvaluationException {
        var program = cel.createProgram(checked);
        return scope -> evaluate(program, scope);
    }

    private static boolean evaluate(dev.cel.runtime.CelRuntime.Program program, Scope scope) {
        try {
            return Boolean.TRUE.equals(program.eval(name -> variable(scope, name)));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a checked condition failed", e);
        }
    }

    /// The interpreter knows lists, no sets.
    private static Optional<Object> variable(Scope scope, String name) {
        return scope.value(name)
                .map(value -> value instanceof Set<?> set ? List.copyOf(set) : value);
    }
}
