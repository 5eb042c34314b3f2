using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;

namespace BlogKit.AspNetCore.Internal;

/// <summary>What a page for everybody sees of its first visitor's cookies.</summary>
internal sealed class NoCookies : IRequestCookieCollection
{
    public int Count => 0;

    public ICollection<string> Keys => [];

    public string? this[string key] => null;

    public bool ContainsKey(string key) => false;

    public bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
    {
        value = null;
        return false;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => Enumerable.Empty<KeyValuePair<string, string>>().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
