namespace BlogKit;

/// <summary>
/// The limits of what is stored as a picture or a file. A value outside its range is refused with an
/// <see cref="ArgumentOutOfRangeException"/>. Immutable.
/// </summary>
public sealed record MediaLimits
{
    private readonly int _maximumPictureLength = 10 * 1024 * 1024;
    private readonly long _maximumFileLength = 100 * 1024 * 1024;
    private readonly int _maximumSide = 16_384;
    private readonly int _maximumPixels = 100_000_000;

    /// <summary>Whether files that are no pictures are taken; false refuses them. Default false.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>The largest picture, in bytes, which is held in memory while it is cleaned: at least 1. Default 10 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaximumPictureLength
    {
        get => _maximumPictureLength;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maximumPictureLength = value;
        }
    }

    /// <summary>The largest file that is no picture, in bytes: at least 1. Default 100 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public long MaximumFileLength
    {
        get => _maximumFileLength;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maximumFileLength = value;
        }
    }

    /// <summary>The longest side of a picture, in pixels: at least 1. Default 16,384.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaximumSide
    {
        get => _maximumSide;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maximumSide = value;
        }
    }

    /// <summary>The most pixels of a picture, width times height: at least 1. Default 100,000,000.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaximumPixels
    {
        get => _maximumPixels;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maximumPixels = value;
        }
    }
}
