using System.Runtime.CompilerServices;

namespace BlogKit.Storage;

public static partial class StorableText
{
    /// <summary>Refuses an origin.</summary>
    /// <exception cref="ArgumentException">
    /// One of its texts cannot be stored or is longer than <see cref="Origin"/> says, or source or original identity is empty.
    /// </exception>
    public static void Check(Origin origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        CheckBounded(origin.Source, Origin.MaximumSourceLength, mayBeEmpty: false);
        CheckBounded(origin.OriginalId, Origin.MaximumIdLength, mayBeEmpty: false);
        CheckBounded(origin.ItemName, Origin.MaximumIdLength);
        CheckBounded(origin.Address, Origin.MaximumAddressLength);
        CheckBounded(origin.ContentHash, Origin.MaximumHashLength);
        CheckBounded(origin.Extra, Origin.MaximumExtraLength);
    }

    /// <summary>Refuses an import that is about to begin.</summary>
    /// <exception cref="ArgumentException">Its source cannot be stored, is empty, or is longer than <see cref="Origin"/> says.</exception>
    public static void Check(NewImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        CheckBounded(import.Source, Origin.MaximumSourceLength, mayBeEmpty: false);
    }

    /// <summary>Refuses an import.</summary>
    /// <exception cref="ArgumentException">Its source cannot be stored, is empty, or is longer than <see cref="Origin"/> says.</exception>
    public static void Check(ImportRun import)
    {
        ArgumentNullException.ThrowIfNull(import);
        CheckBounded(import.Source, Origin.MaximumSourceLength, mayBeEmpty: false);
    }

    private static void CheckBounded(
        string? text, int maximum, bool mayBeEmpty = true, [CallerArgumentExpression(nameof(text))] string? name = null)
    {
        Check(text, name);
        if (text?.Length > maximum || (text is { Length: 0 } && !mayBeEmpty))
        {
            throw new ArgumentException(
                $"{name} has {text.Length} characters; it must have {(mayBeEmpty ? 0 : 1)} to {maximum}. Nothing was written.", name);
        }
    }
}
