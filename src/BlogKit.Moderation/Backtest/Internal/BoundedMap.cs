using System.Diagnostics.CodeAnalysis;

namespace BlogKit.Moderation.Internal;

/// <summary>
/// A dictionary that forgets what was added first when it is full, so that a run over any history has bounded memory and the same result
/// each time.
/// </summary>
internal sealed class BoundedMap<TKey, TValue>(int capacity, Action<TKey, TValue>? forgotten = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    /// <summary>Sets the value of a key; one that is known keeps its age.</summary>
    public void Set(TKey key, TValue value)
    {
        if (!_values.ContainsKey(key))
        {
            if (_values.Count >= capacity)
            {
                var oldest = _order.Dequeue();
                if (_values.Remove(oldest, out var gone))
                {
                    forgotten?.Invoke(oldest, gone);
                }
            }

            _order.Enqueue(key);
        }

        _values[key] = value;
    }
}
