package org.handbell.analysis.meaning;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;

/// A BERT-like encoder run by ONNX Runtime on the processor, one thread for each text: callers run
/// side by side.
final class OnnxEncoder implements Encoder {

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;

    /// @param model the ONNX file
    /// @throws InvalidModelException where it is none
    OnnxEncoder(byte[] model) {
        try (var options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            this.session = environment.createSession(model, options);
        } catch (OrtException e) {
            throw new InvalidModelException("encoder", "is no ONNX model: " + e.getCode());
        }
    }

    @Override
    public float[] encode(int[] ids) {
        var shape = new long[] {1, ids.length};
        var asked = LongBuffer.wrap(Arrays.stream(ids).asLongStream().toArray());
        var ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (var text = OnnxTensor.createTensor(environment, asked, shape);
                var mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                var types =
                        OnnxTensor.createTensor(
                                environment, LongBuffer.wrap(new long[ids.length]), shape);
                var answer =
                        session.run(
                                Map.of(
                                        "input_ids",
                                        text,
                                        "attention_mask",
                                        mask,
                                        "token_type_ids",
                                        types))) {
            var vectors = new float[ids.length * WIDTH];
            ((OnnxTensor) answer.get(0)).getFloatBuffer().get(vectors);
            return vectors;
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed: " + e.getCode(), e);
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder did not close: " + e.getCode(), e);
        }
    }
}
