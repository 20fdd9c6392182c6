package org.handbell.analysis.backtest;

import java.io.IOException;
import java.io.InputStream;
import org.handbell.analysis.analyse.BadInputException;
import org.handbell.analysis.analyse.CaseLine;
import org.handbell.analysis.analyse.Lines;
import org.handbell.analysis.analyse.RegisterFile;
import org.handbell.contract.KeyedHash;

/// Posts out of a file of cases.
final class CaseReplay implements Replay {

    private final RegisterFile register;
    private final InputStream in;

    CaseReplay(RegisterFile register, InputStream in) {
        this.register = register;
        this.in = in;
    }

    @Override
    public KeyedHash hash() {
        return register.hash();
    }

    @Override
    public void each(Taker taker) throws IOException, InterruptedException {
        var lines = new Lines(in);
        for (var line = lines.next(); line != null; line = lines.next()) {
            var one = line;
            if (!one.blank()
                    && !taker.take(one.bytes().length, comparing -> compared(one, comparing))) {
                return;
            }
        }
    }

    private Compared compared(Lines.Line line, Comparing comparing) {
        try {
            return comparing.compare(register.around(CaseLine.read(line.bytes())));
        } catch (BadInputException e) {
            return Compared.not("line " + line.number(), "the line " + e.getMessage());
        } catch (RuntimeException e) {
            var kind = e.getClass().getSimpleName();
            return Compared.not("line " + line.number(), "the line cannot be taken: " + kind);
        }
    }
}
