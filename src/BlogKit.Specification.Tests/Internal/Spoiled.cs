using System.Collections;
using System.Reflection;

namespace BlogKit.Specification;

/// <summary>
/// Copies of a record, each with another one of its texts or values replaced, however deep it stands; a new member of a record is
/// among them by itself.
/// </summary>
internal static class Spoiled
{
    /// <summary>
    /// One copy for each text and address of the record and of the records and lists in it, with the path of what was replaced.
    /// </summary>
    public static IEnumerable<(string Path, T Copy)> EachText<T>(T record, string text)
        where T : class => Copies(record, (type, value) => Texts(type, text)).Select(static copy => (copy.Path, (T)copy.Copy));

    /// <summary>
    /// Copies for each member of the record and of the records and lists in it: with nothing, with a value that its kind does not have, and
    /// with the ends of its range.
    /// </summary>
    public static IEnumerable<(string Path, T Copy)> EachValue<T>(T record)
        where T : class => Copies(record, Extremes).Select(static copy => (copy.Path, (T)copy.Copy));

    /// <summary>Copies for each member that must be there, and each place in a list, with nothing in it.</summary>
    public static IEnumerable<(string Path, T Copy)> EachMissing<T>(T record)
        where T : class => Copies(record, static (type, _) => type.IsValueType ? null : [null], IsRequired)
            .Select(static copy => (copy.Path, (T)copy.Copy));

    private static bool IsRequired(PropertyInfo property) =>
        new NullabilityInfoContext().Create(property).WriteState is NullabilityState.NotNull;

    private static IEnumerable<object?>? Texts(Type type, string text) =>
        type == typeof(string) ? [text] : type == typeof(Uri) ? [new Uri("/" + text, UriKind.Relative)] : null;

    private static IEnumerable<object?> Extremes(Type type, object? value)
    {
        var kind = Nullable.GetUnderlyingType(type) ?? type;
        if (!type.IsValueType)
        {
            return [null];
        }

        return kind.IsEnum ? [Enum.ToObject(kind, 999)]
            : kind == typeof(int) ? [-1, int.MaxValue]
            : kind == typeof(long) ? [-1L, long.MaxValue]
            : kind == typeof(double) ? [double.NaN, double.PositiveInfinity]
            : kind == typeof(DateTimeOffset) ? [DateTimeOffset.MinValue, DateTimeOffset.MaxValue]
            : kind == typeof(bool) ? [value is not true]
            : [Activator.CreateInstance(kind)];
    }

    private static IEnumerable<(string Path, object Copy)> Copies(
        object record, Func<Type, object?, IEnumerable<object?>?> change, Func<PropertyInfo, bool>? isChanged = null)
    {
        foreach (var property in record.GetType()
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(static p => p.CanWrite && p.GetIndexParameters().Length == 0))
        {
            foreach (var (path, value) in Values(
                property.PropertyType, property.GetValue(record), change, isChanged, isChanged?.Invoke(property) ?? true))
            {
                var copy = Clone(record);
                property.SetValue(copy, value);
                yield return (property.Name + path, copy);
            }
        }
    }

    private static IEnumerable<(string Path, object? Value)> Values(
        Type type,
        object? value,
        Func<Type, object?, IEnumerable<object?>?> change,
        Func<PropertyInfo, bool>? isChanged,
        bool isItself)
    {
        var changed = ((isItself ? change(type, value) : null) ?? []).Select(static v => (" = " + (v ?? "null"), v));
        if (value is not null && type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return changed.Concat(Items(type.GetGenericArguments()[0], (IList)value, change, isChanged));
        }

        // Value types of the contracts are identities, times, numbers and slugs, which hold no text that was not checked.
        return value is not null && type.IsClass && type.Assembly == typeof(Comment).Assembly
            ? changed.Concat(Copies(value, change, isChanged).Select(static copy => ("." + copy.Path, (object?)copy.Copy)))
            : changed;
    }

    private static IEnumerable<(string Path, object? Value)> Items(
        Type item, IList items, Func<Type, object?, IEnumerable<object?>?> change, Func<PropertyInfo, bool>? isChanged)
    {
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var (path, changed) in Values(item, items[i], change, isChanged, true))
            {
                var array = Array.CreateInstance(item, items.Count);
                items.CopyTo(array, 0);
                array.SetValue(changed, i);
                yield return ($"[{i}]{path}", ImmutableOf(item, array));
            }
        }
    }

    private static object ImmutableOf(Type item, Array array) => typeof(ImmutableArray).GetMethods()
        .Single(static m => string.Equals(m.Name, nameof(ImmutableArray.Create), StringComparison.Ordinal)
            && m.GetParameters() is [{ ParameterType.IsArray: true }])
        .MakeGenericMethod(item)
        .Invoke(null, [array])!;

    private static object Clone(object record) =>
        typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(record, null)!;
}
