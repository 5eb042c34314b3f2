using System.Collections.Immutable;

namespace BlogKit;

/// <summary>A policy about texts that come again. Fingerprints are stored with each comment and tell which stored ones may be alike.</summary>
public interface IFingerprintPolicy : IModerationPolicy
{
    /// <summary>The fingerprints of a text, at most 16: alike texts share at least one with high probability, different ones rarely.</summary>
    ImmutableArray<long> Fingerprints(string plainText);
}
