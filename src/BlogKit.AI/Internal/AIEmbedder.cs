using System.Text;
using Microsoft.Extensions.AI;

namespace BlogKit.Internal;

/// <summary>Turns texts into vectors of length 1, each text once. Safe for concurrent use.</summary>
internal sealed class AIEmbedder
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly AIModerationOptions _options;
    private readonly AIGate _gate;
    private readonly AICache _cache;
    private readonly SharedCalls<AIResult<float[][]>> _calls = new();

    public AIEmbedder(IEmbeddingGenerator<string, Embedding<float>> generator, AIModerationOptions options, AIGate gate, AICache cache)
    {
        _generator = generator;
        _options = options;
        _gate = gate;
        _cache = cache;
        Model = options.EmbeddingTopic.Model
            ?? (generator.GetService(typeof(EmbeddingGeneratorMetadata)) as EmbeddingGeneratorMetadata)?.DefaultModelId
            ?? "default";
    }

    /// <summary>The model that is asked for.</summary>
    public string Model { get; }

    /// <summary>The vectors of texts, in their order; one call for those that are not known yet, none when all are.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async ValueTask<AIResult<float[][]>> EmbedAsync(ImmutableArray<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var vectors = new float[texts.Length][];
        var missing = new List<int>();
        for (var i = 0; i < texts.Length; i++)
        {
            if (_cache.TryGet(Key(texts[i]), out float[]? vector))
            {
                vectors[i] = vector;
            }
            else
            {
                missing.Add(i);
            }
        }

        if (missing.Count == 0)
        {
            return AIResult<float[][]>.Of(vectors);
        }

        string[] unknown = [.. missing.Select(i => texts[i])];
        var key = "embeddings:" + AIDigest.Of([Model, .. unknown]);
        var result = _cache.TryGet(key, out AIResult<float[][]>? failed)
            ? failed
            : await _calls.RunAsync(key, token => AskAsync(key, unknown, token), cancellationToken).ConfigureAwait(false);
        if (result.Value is not { } found)
        {
            return result;
        }

        for (var i = 0; i < found.Length; i++)
        {
            vectors[missing[i]] = found[i];
        }

        return vectors.All(v => v.Length == vectors[0].Length)
            ? AIResult<float[][]>.Of(vectors)
            : AIResult<float[][]>.Failed(AIFault.InvalidAnswer);
    }

    private async Task<AIResult<float[][]>> AskAsync(string key, string[] texts, CancellationToken cancellationToken)
    {
        var estimate = texts.Sum(Encoding.UTF8.GetByteCount) / 3 + 1;
        var result = await _gate.CallAsync(estimate, token => CallAsync(texts, token), cancellationToken).ConfigureAwait(false);
        if (result.Value is { } vectors)
        {
            for (var i = 0; i < texts.Length; i++)
            {
                _cache.Keep(Key(texts[i]), vectors[i], vectors[i].Length * sizeof(float));
            }
        }
        else if (result.Fault is not AIFault.BudgetExhausted)
        {
            _cache.KeepFault(key, result);
        }

        return result;
    }

    private async Task<(AIResult<float[][]> Result, long? Tokens)> CallAsync(string[] texts, CancellationToken cancellationToken)
    {
        var options = new EmbeddingGenerationOptions { ModelId = _options.EmbeddingTopic.Model };
        var embeddings = await _generator.GenerateAsync(texts, options, cancellationToken).ConfigureAwait(false);
        var vectors = embeddings.Select(static e => Unit(e.Vector.Span)).ToArray();
        var isValid = vectors.Length == texts.Length && vectors.All(v => v is not null && v.Length == vectors[0]!.Length);
        return (isValid
            ? AIResult<float[][]>.Of(vectors!)
            : AIResult<float[][]>.Failed(AIFault.InvalidAnswer), embeddings.Usage?.TotalTokenCount ?? embeddings.Usage?.InputTokenCount);
    }

    /// <summary>The vector with length 1; null when it has no direction.</summary>
    private static float[]? Unit(ReadOnlySpan<float> vector)
    {
        var square = 0.0;
        foreach (var value in vector)
        {
            square += (double)value * value;
        }

        var length = Math.Sqrt(square);
        if (!double.IsFinite(length) || length == 0)
        {
            return null;
        }

        var unit = new float[vector.Length];
        for (var i = 0; i < unit.Length; i++)
        {
            unit[i] = (float)(vector[i] / length);
        }

        return unit;
    }

    private string Key(string text) => "embedding:" + AIDigest.Of(Model, text);
}
