using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace BlogKit.Architecture;

/// <summary>Writes what users of an assembly can call, one line per member, in an order that does not depend on the compiler.</summary>
internal static class PublicApiDump
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly NullabilityInfoContext Nullability = new();

    public static IReadOnlyList<string> Of(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (var type in assembly.GetExportedTypes().Where(static t => !IsCompilerMade(t)))
        {
            lines.Add(Head(type));
            lines.AddRange(Members(type).Select(member => $"{Name(type)}: {member}"));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsValueType: true } => "struct",
            { IsInterface: true } => "interface",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = type.GetInterfaces().Where(static i => i.IsPublic).Select(Name).Order(StringComparer.Ordinal).ToList();
        if (type is { IsClass: true, BaseType: { } baseType } && baseType != typeof(object))
        {
            bases.Insert(0, Name(baseType));
        }

        return $"{Name(type)} ({kind}){(bases.Count == 0 ? "" : " : " + string.Join(", ", bases))}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(name =>
                $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture)}");
        }

        var fields = type.GetFields(Declared).Where(static f => f.IsPublic || f.IsFamily)
            .Select(f => $"{(f.IsLiteral ? "const" : f.IsStatic ? "static field" : "field")} {Name(f.FieldType)} {f.Name}");
        var properties = type.GetProperties(Declared).Where(static p => IsVisible(p.GetMethod) || IsVisible(p.SetMethod)).Select(Property);
        var constructors = type.GetConstructors(Declared).Where(static c => IsVisible(c) && !IsCompilerMade(c))
            .Select(c => $"new({Parameters(c)})");
        var methods = type.GetMethods(Declared).Where(static m => IsVisible(m) && !m.IsSpecialName && !IsCompilerMade(m)).Select(Method);
        var operators = type.GetMethods(Declared).Where(static m => IsVisible(m) && m.Name.StartsWith("op_", StringComparison.Ordinal) && !IsCompilerMade(m)).Select(Method);
        return fields.Concat(properties).Concat(constructors).Concat(methods).Concat(operators);
    }

    private static string Property(PropertyInfo property)
    {
        var required = property.IsDefined(typeof(RequiredMemberAttribute), inherit: false) ? "required " : "";
        var setter = property.SetMethod is not { } set || !IsVisible(set)
            ? ""
            : set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        var isStatic = (property.GetMethod ?? property.SetMethod)!.IsStatic ? "static " : "";
        return $"{isStatic}{required}{Name(property.PropertyType)}{Mark(Nullability.Create(property).ReadState, property.PropertyType)} {property.Name} {{ get;{setter} }}";
    }

    private static string Method(MethodInfo method)
    {
        var modifier = method switch
        {
            { IsStatic: true } => "static ",
            { IsAbstract: true, DeclaringType.IsInterface: false } => "abstract ",
            { IsVirtual: true, IsFinal: false, DeclaringType.IsInterface: false } => "virtual ",
            _ => "",
        };
        var generics = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static a => a.Name))}>" : "";
        return $"{modifier}{Name(method.ReturnType)}{Mark(Nullability.Create(method.ReturnParameter).ReadState, method.ReturnType)} {method.Name}{generics}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static p =>
        $"{Name(p.ParameterType)}{Mark(Nullability.Create(p).WriteState, p.ParameterType)} {p.Name}{(p.HasDefaultValue ? " = " + Default(p) : "")}"));

    private static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null => parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null ? "default" : "null",
        string text => $"\"{text}\"",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Mark(NullabilityState state, Type type) => state is NullabilityState.Nullable && !type.IsValueType ? "?" : "";

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        var name = type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        if (!type.IsGenericType)
        {
            return name;
        }

        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return $"{(tick < 0 ? name : name[..tick])}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }

    private static bool IsVisible(MethodBase? method) => method is { IsPublic: true } or { IsFamily: true } or { IsFamilyOrAssembly: true };

    // Records bring members of their own that say nothing about our decisions.
    private static bool IsCompilerMade(MemberInfo member) => member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
