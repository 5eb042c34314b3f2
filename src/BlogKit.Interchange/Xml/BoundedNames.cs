using System.Xml;

namespace BlogKit.Interchange.Internal;

/// <summary>The names of a file, which the reader keeps: more than any export has, and fewer than fill the memory.</summary>
internal sealed class BoundedNames : NameTable
{
    private const int MaximumCount = 50_000;

    private const int MaximumLength = 4 * 1024 * 1024;

    private int _count;
    private int _length;

    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Count(base.Add(key, start, len));

    public override string Add(string key) => Get(key) ?? Count(base.Add(key));

    private string Count(string added)
    {
        _count++;
        _length += added.Length;
        return _count <= MaximumCount && _length <= MaximumLength
            ? added
            : throw new InvalidDataException("There are too many different names of elements and attributes for an export.");
    }
}
