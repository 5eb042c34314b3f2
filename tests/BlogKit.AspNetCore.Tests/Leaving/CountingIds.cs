using System.Globalization;

namespace BlogKit.AspNetCore.Tests;

/// <summary>Identifiers that are the same again after <see cref="Return"/>, so that what is done twice leads to the same.</summary>
internal sealed class CountingIds : IIdGenerator
{
    private const long Beginning = 0x019C_0000_0000;
    private long _count;
    private long _mark;

    public Guid Next()
    {
        var moment = Beginning + Interlocked.Increment(ref _count);
        return Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"{moment >> 16:x8}-{moment & 0xFFFF:x4}-7000-8000-000000000000"));
    }

    /// <summary>Remembers where it stands.</summary>
    public void Mark() => _mark = _count;

    /// <summary>Goes back to where it was remembered.</summary>
    public void Return() => Interlocked.Exchange(ref _count, _mark);
}
