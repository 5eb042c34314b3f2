using BlogKit.Storage;

namespace BlogKit.Interchange;

/// <summary>The options of writing or reading one copy. Read when it begins; changing them afterwards has no effect.</summary>
public sealed class CopyOptions
{
    /// <summary>Whether what is written is compressed by gzip. What is read may be, whatever this says. Default false.</summary>
    public bool Compresses { get; set; }

    /// <summary>Whether what is read is checked whole and reported, and nothing is written. Default false.</summary>
    public bool IsDryRun { get; set; }

    /// <summary>
    /// The folder beside the copy for the contents of pictures and files, each under its name; created where it is missing when a copy is
    /// written. Null, the default, leaves them out.
    /// </summary>
    public string? MediaFolder { get; set; }

    /// <summary>
    /// The longest line that is read, in bytes; a longer one is refused and never held whole. Default 64 MiB; 1 KiB to 1 GiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of those.</exception>
    public int MaximumLineLength
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1 << 10);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1 << 30);
            field = value;
        }
    } = 64 << 20;

    /// <summary>The most items that are read or written at once. Default 500; 1 to <see cref="ITransferStore.MaximumItems"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of those.</exception>
    public int BatchSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ITransferStore.MaximumItems);
            field = value;
        }
    } = 500;
}
