using BlogKit.Internal;
using Microsoft.Extensions.Options;

namespace BlogKit.AspNetCore.Internal;

/// <summary>Counts what each author uploads to this host in 24 hours.</summary>
internal sealed class MediaQuota(IOptions<MediaOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan s_window = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Deadline End, int Count)> _used = new(StringComparer.Ordinal);

    /// <summary>Takes back one that was counted and then not kept.</summary>
    public void GiveBack(BlogId blogId, ActorKey key)
    {
        var who = $"{blogId} {key}";
        lock (_gate)
        {
            if (_used.TryGetValue(who, out var used) && used.Count > 0)
            {
                _used[who] = (used.End, used.Count - 1);
            }
        }
    }

    /// <summary>Counts one more; false when there were too many already.</summary>
    public bool TryTake(BlogId blogId, ActorKey key)
    {
        var who = $"{blogId} {key}";
        lock (_gate)
        {
            // Authors are few: what is over is cleared whenever somebody begins anew.
            if (!_used.TryGetValue(who, out var used) || used.End.IsOver)
            {
                foreach (var over in _used.Where(static u => u.Value.End.IsOver).Select(static u => u.Key).ToList())
                {
                    _used.Remove(over);
                }

                used = (Deadline.In(clock, s_window), 0);
            }

            if (used.Count >= options.Value.MaximumPerDay)
            {
                return false;
            }

            _used[who] = (used.End, used.Count + 1);
            return true;
        }
    }
}
