namespace BlogKit;

/// <summary>
/// The limits of a request to another site. A value outside its range is refused with an <see cref="ArgumentOutOfRangeException"/>.
/// </summary>
public sealed record FetchBounds
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);
    private readonly int _maximumBytes = 1024 * 1024;
    private readonly int _maximumRedirects = 5;
    private readonly string _userAgent = "BlogKit";

    /// <summary>
    /// The longest time a request may take, redirects and body included: more than zero, at most an hour. Default 10 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of this range, or infinite.</exception>
    public TimeSpan Timeout
    {
        get => _timeout;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            _timeout = value;
        }
    }

    /// <summary>The largest body that is read, in bytes after decompression; a larger one is refused. At least 1. Default 1 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int MaximumBytes
    {
        get => _maximumBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _maximumBytes = value;
        }
    }

    /// <summary>The number of redirects that are followed, each checked like the first address: 0 to 20. Default 5.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is out of this range.</exception>
    public int MaximumRedirects
    {
        get => _maximumRedirects;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 20);
            _maximumRedirects = value;
        }
    }

    /// <summary>The header <c>User-Agent</c> of the request. Default <c>BlogKit</c>.</summary>
    /// <exception cref="ArgumentException">It cannot stand in that header.</exception>
    public string UserAgent
    {
        get => _userAgent;
        init
        {
            using var request = new HttpRequestMessage();
            if (!request.Headers.UserAgent.TryParseAdd(value))
            {
                throw new ArgumentException($"'{value}' cannot stand in the header User-Agent.", nameof(value));
            }

            _userAgent = value;
        }
    }
}
