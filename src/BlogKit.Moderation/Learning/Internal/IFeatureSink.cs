namespace BlogKit.Moderation.Internal;

/// <summary>Takes the features of a text one by one. Implemented by structs, so that the reader is compiled for each.</summary>
internal interface IFeatureSink
{
    /// <summary>A feature: its hash, and what of the cleaned text it stands for (the second span for pairs only, else empty).</summary>
    /// <returns>False when no more are wanted.</returns>
    bool Add(FeatureKind kind, uint hash, int start, int length, int otherStart, int otherLength);

    /// <summary>A feature that stands for a name and a number.</summary>
    bool Add(FeatureKind kind, uint hash, string name, int value);
}
