using System.Collections;
using System.Reflection;
using System.Runtime.InteropServices;

namespace EcsTools.Benchmarks.Measuring;

/// <summary>The bytes of an object with all that it refers to, each counted once: lists as if they had no room to spare.</summary>
internal static class ObjectSize
{
    private const int Header = 8, Pointer = 8, ArrayHead = 24;

    public static long Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        return Add(root, seen);
    }

    private static long Add(object? value, HashSet<object> seen)
    {
        if (value is null || value.GetType().IsValueType || !seen.Add(value)) return 0;
        return value switch
        {
            string text => Aligned(Header + Pointer + sizeof(int) + (text.Length + 1) * sizeof(char)),
            IList list => Instance(value) + (list.Count > 0 ? ArrayHead + (long)list.Count * Pointer : 0) + list.Cast<object?>().Sum(item => Add(item, seen)),
            _ => Instance(value) + Fields(value).Sum(field => Add(field.GetValue(value), seen)),
        };
    }

    private static IEnumerable<FieldInfo> Fields(object value) =>
        value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => !field.FieldType.IsValueType);

    /// <summary>The runtime keeps the size of a class's instances in the second word of its method table.</summary>
    private static long Instance(object value) => Marshal.ReadInt32(value.GetType().TypeHandle.Value, sizeof(int));

    private static long Aligned(long bytes) => (bytes + Pointer - 1) / Pointer * Pointer;
}
