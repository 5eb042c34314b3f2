namespace BlogKit;

/// <summary>How far a request to another site may go. What would be no bound cannot be said.</summary>
public sealed record FetchBounds
{
    private readonly TimeSpan _timeout = TimeSpan.FromSeconds(10);
    private readonly int _maximumBytes = 1024 * 1024;
    private readonly int _maximumRedirects = 5;
    private readonly string _userAgent = "BlogKit";

    /// <summary>How long it may take, redirects and body included: more than nothing, at most an hour. Default 10 seconds.</summary>
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

    /// <summary>How much of a body is taken, after decompression; a longer one is refused. At least 1. Default 1 MiB.</summary>
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

    /// <summary>Redirects that are followed, each checked like the first address: 0 to 20. Default 5.</summary>
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

    /// <summary>
    /// What the other site is told of the asking program, as the header <c>User-Agent</c> has it. Default <c>BlogKit</c>.
    /// </summary>
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
