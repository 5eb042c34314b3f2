using System.Numerics;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// Fingerprints that alike texts share: MinHash (Broder, On the resemblance and containment of documents, 1997) cut into bands (Leskovec,
/// Rajaraman and Ullman, Mining of Massive Datasets, chapter 3). Sixty functions in 15 bands of 4: texts of similarity s share a band with
/// probability 1 - (1 - s^4)^15, which is 0.9996 for 0.8, 0.87 for 0.6, 0.11 for 0.3 and 0.001 for 0.1.
/// </summary>
/// <remarks>
/// Functions are a x + b modulo 2^32 over the high half of a shingle's hash, with a odd; a and b are the outputs of SplitMix64 from the
/// seed 0x424C4F474B4954 ("BLOGKIT"). They are stored with comments: changing anything here needs every fingerprint made anew.
/// </remarks>
internal static class MinHash
{
    public const int Bands = 15;
    private const int Rows = 4;
    private const int Functions = 64;
    private const ulong Seed = 0x424C4F474B4954;
    private const ulong Step = 0x9E3779B97F4A7C15;

    private static readonly ImmutableArray<uint> s_factors = Constants(0, 1);
    private static readonly ImmutableArray<uint> s_terms = Constants(Functions, 0);

    /// <summary>The fingerprints: that of the exact text, and one for each band; none for a text without shingles.</summary>
    public static ImmutableArray<long> Of(Shingles shingles)
    {
        if (shingles.Hashes.IsEmpty)
        {
            return [];
        }

        Span<uint> least = stackalloc uint[Functions];
        least.Fill(uint.MaxValue);
        foreach (var hash in shingles.Hashes)
        {
            Lower(least, (uint)(hash >> 32));
        }

        var fingerprints = ImmutableArray.CreateBuilder<long>(Bands + 1);
        fingerprints.Add((long)shingles.Exact);
        for (var band = 0; band < Bands; band++)
        {
            var mixed = (ulong)band + Step;
            foreach (var value in least.Slice(band * Rows, Rows))
            {
                mixed = Shingles.Mix(mixed + value);
            }

            fingerprints.Add((long)mixed);
        }

        return fingerprints.MoveToImmutable();
    }

    private static void Lower(Span<uint> least, uint value)
    {
        var values = new Vector<uint>(value);
        for (var i = 0; i < Functions; i += Vector<uint>.Count)
        {
            var hashed = (new Vector<uint>(s_factors.AsSpan()[i..]) * values) + new Vector<uint>(s_terms.AsSpan()[i..]);
            Vector.Min(new Vector<uint>(least[i..]), hashed).CopyTo(least[i..]);
        }
    }

    private static ImmutableArray<uint> Constants(int skipped, uint set)
    {
        var constants = ImmutableArray.CreateBuilder<uint>(Functions);
        for (var i = 1; i <= Functions; i++)
        {
            constants.Add((uint)(Shingles.Mix(Seed + ((ulong)(skipped + i) * Step)) >> 32) | set);
        }

        return constants.MoveToImmutable();
    }
}
